package org.expomotif.network.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.DoubleUnaryOperator;
import org.expomotif.network.spec.Activation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Compares the vector kernels with the plain ones, bit for bit, for channel counts around the vector widths. */
@Tag("vectors")
@DisabledIfSystemProperty(named = Kernels.PROPERTY, matches = "plain", disabledReason = "this run is without vectors")
class KernelsTest {
    private static final int[] CHANNELS = {1, 3, 4, 8, 12, 16, 17, 24, 31, 32, 48, 80, 124};

    private final SplittableRandom random = new SplittableRandom(9);

    private float[] numbers(int size) {
        float[] x = new float[size + Kernels.SLACK];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble(-2, 2);
        }
        return x;
    }

    /** Runs an operation that changes an array with both kernels and compares the whole array. */
    private static void same(String what, float[] start, BiConsumer<Kernels, float[]> operation) {
        float[] plain = start.clone();
        float[] vector = start.clone();
        operation.accept(new PlainKernels(), plain);
        operation.accept(new VectorKernels(), vector);
        assertThat(vector).as(what).isEqualTo(plain);
    }

    @Test
    void products() {
        for (int channels : CHANNELS) {
            for (int rows : new int[] {1, 4, 6, 7, 20}) {
                int k = 37;
                float[] matrix = numbers(k * channels);
                float[] a = numbers(2 * 40 * 7 + k);
                PackedMatrix panels = new PackedMatrix(k, channels, new VectorKernels().lanes());
                panels.pack(matrix, 0, k);
                same(
                        "multiply " + channels + " " + rows,
                        numbers(2 * 25 * channels),
                        (kernels, c) -> kernels.multiply(a, 1, 250, 5, panels, c, 2, 21 * channels, channels, rows, 2));
                float[] d = numbers(rows * channels);
                for (int step : new int[] {1, 5, 12, 36, 37, 45}) {
                    float[] x = numbers(step * (rows - 1) + k);
                    same(
                            "accumulate " + channels + " " + rows + " " + step,
                            numbers(2 + k * channels),
                            (kernels, c) -> kernels.accumulate(x, 1, step, k, d, 0, channels, rows, c, 2));
                }
            }
        }
    }

    @Test
    void sparseGradients() {
        for (int channels : CHANNELS) {
            for (int step : new int[] {3, 16, 17}) {
                int rows = 9;
                int terms = 4 * step;
                float[] filters = numbers(channels * terms);
                float[] g = numbers(rows * channels);
                for (int i = 0; i < rows * channels; i++) {
                    g[1 + i] = random.nextInt(5) == 0 ? g[1 + i] : 0;
                }
                SparseGradient layout = new SparseGradient(filters, rows, channels, terms, step, step, step * rows);
                same(
                        "spread " + channels + " " + step,
                        numbers((rows + 4) * step),
                        (kernels, y) -> kernels.sparseGradient(g, 1, layout, y, 2));
            }
        }
        float[] dense = numbers(8 * 24);
        SparseGradient layout = new SparseGradient(numbers(24 * 12), 8, 24, 12, 4, 0, 32);
        for (Kernels kernels : List.of(new PlainKernels(), new VectorKernels())) {
            float[] y = numbers(44);
            float[] kept = y.clone();
            assertThat(kernels.sparseGradient(dense, 0, layout, y, 0)).isFalse();
            assertThat(y).isEqualTo(kept);
        }
    }

    @Test
    void productIsTheSumOfProducts() {
        PackedMatrix panels = new PackedMatrix(2, 3, 8);
        panels.pack(new float[] {1, 2, 3, 10, 20, 30}, 0, 2);
        float[] c = new float[6 + Kernels.SLACK];
        new PlainKernels().multiply(new float[] {1, 1, 2, -1}, 0, 0, 2, panels, c, 0, 0, 3, 2, 1);
        assertThat(Arrays.copyOf(c, 6)).containsExactly(11, 22, 33, -8, -16, -24);
    }

    @Test
    void rowsOfChannels() {
        for (int channels : CHANNELS) {
            int rows = 11;
            float[] x = numbers(rows * channels);
            float[] z = numbers(rows * channels);
            float[][] abc = {numbers(channels), numbers(channels), numbers(channels)};
            String what = " " + channels;
            same(
                    "affine" + what,
                    numbers(rows * channels),
                    (kernels, y) -> kernels.affine(x, 0, rows, channels, abc[0], abc[1], y, 0));
            same(
                    "combine" + what,
                    numbers(rows * channels),
                    (kernels, y) -> kernels.combine(x, 0, z, 0, rows, channels, abc, y, 0));
            same("add" + what, numbers(rows * channels), (kernels, y) -> kernels.add(x, 0, y, 0, rows * channels));
            int[] state = random.ints(channels + Kernels.SLACK).map(i -> i | 1).toArray();
            same("drop" + what, x, (kernels, y) -> kernels.drop(y, 0, rows, channels, state, -1000000000, 1.25f));
            same(
                    "moments" + what,
                    numbers(2 * channels),
                    (kernels, sums) -> kernels.moments(x, 0, z, 0, rows, channels, sums));
            int[] at = random.ints(rows + 4, 0, 9).map(i -> i * channels).toArray();
            float[] table = numbers(2 * 9 * channels);
            same(
                    "look up" + what,
                    numbers(rows * channels),
                    (kernels, y) -> kernels.lookUp(at, 2, table, 2, 9 * channels, channels, rows, y, 0));
            same(
                    "scatter" + what,
                    table,
                    (kernels, y) -> kernels.scatter(at, y, 2, 9 * channels, channels, rows, x, 0));
            float[][] gradients = {x, z};
            float[] squares = new float[rows * channels + Kernels.SLACK];
            float[] means = numbers(rows * channels);
            same(
                    "adam" + what,
                    numbers(rows * channels),
                    (kernels, y) -> kernels.adam(
                            y, means.clone(), squares.clone(), gradients, 1, rows * channels - 1, 1e-3f, 1e-3f));
        }
    }

    /** Windows that start before the first row, that leave rows out, and that are longer than the input. */
    @Test
    void pooling() {
        for (int channels : CHANNELS) {
            for (PoolingWindows windows : List.of(
                    new PoolingWindows(11, channels, 2, 0, 6),
                    new PoolingWindows(11, channels, 4, 0, 2),
                    new PoolingWindows(11, channels, 5, 2, 3),
                    new PoolingWindows(11, channels, 20, 4, 1))) {
                pooling(windows, channels);
            }
        }
    }

    private void pooling(PoolingWindows windows, int channels) {
        int size = windows.length() * channels;
        int pooled = windows.rows() * channels;
        float[] x = numbers(size);
        float[] z = numbers(size);
        float[][] abc = {numbers(channels), numbers(channels), numbers(channels)};
        int[] state = random.ints(channels + Kernels.SLACK).map(i -> i | 1).toArray();
        int[] pool = new int[pooled + Kernels.SLACK];
        int[] dropped = new int[pooled + Kernels.SLACK];
        new PlainKernels().pool(x, 0, windows, numbers(pooled), 0, pool, 0);
        new PlainKernels()
                .dropAndPool(x, 0, z, 0, windows, state, 0, 2, numbers(pooled), numbers(pooled), 0, 0, dropped);
        String what = " " + windows;
        same("pool" + what, numbers(pooled), (kernels, y) -> {
            int[] argument = new int[pool.length];
            kernels.pool(x, 0, windows, y, 0, argument, 0);
            assertThat(argument).as("argument" + what).isEqualTo(pool);
        });
        same("unpool" + what, numbers(size), (kernels, y) -> kernels.unpool(z, 0, windows, y, 0, dropped, 0));
        same("drop and pool" + what, numbers(2 * pooled), (kernels, y) -> {
            int[] argument = new int[2 * dropped.length];
            kernels.dropAndPool(x, 0, z, 0, windows, state, 0, 2, y, y, 0, pooled, argument);
            assertThat(Arrays.copyOfRange(argument, pooled, 2 * pooled))
                    .as("argument" + what)
                    .isEqualTo(Arrays.copyOf(dropped, pooled));
        });
        same("keep" + what, x, (kernels, y) -> kernels.keepPooled(y, 0, dropped, 0, pooled, 1.25f));
        same(
                "affine and pool" + what,
                numbers(pooled),
                (kernels, y) -> kernels.affineAndPool(x, 0, windows, abc[0], abc[1], y, 0));
        same(
                "combine" + what,
                numbers(size),
                (kernels, y) -> kernels.combinePooled(x, 0, dropped, 0, windows, z, 0, abc, y, 0));
    }

    /** The fused dropout and pooling gives the same result as dropout followed by pooling. */
    @Test
    void fusedDropoutAndPoolingEqualsBothInTurn() {
        PoolingWindows windows = new PoolingWindows(11, 3, 4, 1, 3);
        float[] x = numbers(33);
        float[] z = numbers(33);
        int[] state = random.ints(3 + Kernels.SLACK).map(i -> i | 1).toArray();
        float[] dropped = x.clone();
        PlainKernels kernels = new PlainKernels();
        kernels.drop(dropped, 0, 11, 3, state, 0, 2);
        float[] expected = new float[9 + Kernels.SLACK];
        int[] rows = new int[9 + Kernels.SLACK];
        kernels.pool(dropped, 0, windows, expected, 0, rows, 0);
        float[] y = new float[9 + Kernels.SLACK];
        float[] top = new float[9 + Kernels.SLACK];
        int[] argument = new int[9 + Kernels.SLACK];
        kernels.dropAndPool(x, 0, z, 0, windows, state, 0, 2, y, top, 0, 0, argument);
        assertThat(y).isEqualTo(expected);
        for (int i = 0; i < 9; i++) {
            int from = rows[i] * 3 + i % 3;
            assertThat(top[i]).isEqualTo(z[from]);
            assertThat(argument[i]).isEqualTo(dropped[from] == 0 ? -1 : rows[i]);
        }
        assertThat(argument).contains(-1);
    }

    @Test
    void activations() {
        float[] x = new float[4000 + Kernels.SLACK];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 2000) * (i % 2 == 0 ? 0.005f : 0.05f);
        }
        for (String name : Activation.names()) {
            Activation f = Activation.named(name);
            same(name, x, (kernels, y) -> kernels.activate(f, x, 3, y, 3, 3993));
            same(name + "'", numbers(4000), (kernels, y) -> kernels.differentiate(f, x, 3, y, 3, 3993));
        }
    }

    /** The error bounds in the Javadoc of {@link PlainActivations}. */
    @Test
    void precision() {
        bound("exp", -86.9, 87.9, 2e-7, Math::exp, t -> PlainActivations.exp((float) t));
        bound("log", 1e-3, 50, 3e-7, Math::log, t -> PlainActivations.log((float) t));
        bound("tanh", -9, 9, 3e-7, Math::tanh, t -> PlainActivations.tanh((float) t));
        bound("sigmoid", -80, 80, 4e-7, t -> 1 / (1 + Math.exp(-t)), t -> PlainActivations.sigmoid((float) t));
        bound(
                "softplus",
                -80,
                80,
                6e-7,
                t -> Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t))),
                t -> PlainActivations.softplus((float) t));
        bound("expm1", -20, 20, 1e-6, Math::expm1, t -> PlainActivations.expm1((float) t));
    }

    private static void bound(
            String what, double from, double to, double bound, DoubleUnaryOperator exact, DoubleUnaryOperator curve) {
        double worst = 0;
        for (int i = 0; i <= 200_000; i++) {
            float t = (float) (from + (to - from) * i / 200_000);
            double value = exact.applyAsDouble(t);
            worst = Math.max(worst, Math.abs(curve.applyAsDouble(t) - value) / (Math.abs(value) + 1e-30));
        }
        assertThat(worst).as(what).isLessThan(bound);
    }
}
