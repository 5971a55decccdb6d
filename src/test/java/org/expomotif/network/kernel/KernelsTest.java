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

    /** A tensor of two samples with margins, all of it filled with numbers. */
    private Tensor tensor(int length, int channels) {
        Tensor tensor = new Tensor(2, length, channels, 1, 2);
        fill(tensor);
        return tensor;
    }

    private void fill(Tensor tensor) {
        System.arraycopy(numbers(tensor.data.length), 0, tensor.data, 0, tensor.data.length);
    }

    private static Tensor copy(Tensor tensor) {
        int before = tensor.at(0) / tensor.channels;
        int after = tensor.pitch / tensor.channels - before - tensor.length;
        Tensor copy = new Tensor(2, tensor.length, tensor.channels, before, after);
        System.arraycopy(tensor.data, 0, copy.data, 0, copy.data.length);
        return copy;
    }

    /** Runs an operation that changes an array with both kernels and compares the whole array. */
    private static void same(String what, float[] start, BiConsumer<Kernels, float[]> operation) {
        float[] plain = start.clone();
        float[] vector = start.clone();
        operation.accept(new PlainKernels(), plain);
        operation.accept(new VectorKernels(), vector);
        assertThat(vector).as(what).isEqualTo(plain);
    }

    /** Runs an operation that changes a tensor with both kernels and compares all of it, margins included. */
    private static void same(String what, Tensor start, BiConsumer<Kernels, Tensor> operation) {
        Tensor plain = copy(start);
        Tensor vector = copy(start);
        operation.accept(new PlainKernels(), plain);
        operation.accept(new VectorKernels(), vector);
        assertThat(vector.data).as(what).isEqualTo(plain.data);
    }

    @Test
    void products() {
        for (int channels : CHANNELS) {
            for (int rows : new int[] {1, 4, 6, 7, 20}) {
                int k = 37;
                PackedMatrix matrix = new PackedMatrix(k, channels, new VectorKernels().lanes());
                matrix.pack(numbers(k * channels), 0, k);
                Tensor a = new Tensor(2, 40, 5, 0, 8);
                fill(a);
                Product product = new Product(matrix, 2, 5);
                same(
                        "multiply " + channels + " " + rows,
                        tensor(rows + 1, channels),
                        (kernels, c) -> kernels.multiply(product, a, c, 0, 2, 1, rows + 1));
                for (int step : new int[] {1, 5, 12, 36, 37, 45}) {
                    Tensor x = new Tensor(2, rows + 20, step);
                    fill(x);
                    Tensor d = new Tensor(2, rows, channels, 2, 1);
                    fill(d);
                    WeightGradient layout = new WeightGradient(1, step, Math.min(k, 20 * step), channels, 2);
                    String what = "accumulate " + channels + " " + rows + " " + step;
                    same(what, numbers(2 + k * channels), (kernels, c) -> kernels.accumulate(layout, x, d, 1, 2, c));
                    same(
                            what + " of two",
                            numbers(2 + k * channels),
                            (kernels, c) -> kernels.accumulate(layout, x, d, 0, 2, c));
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
                Tensor g = tensor(rows, channels);
                for (int i = g.at(1); i < g.at(1) + g.size(); i++) {
                    g.data[i] = random.nextInt(5) == 0 ? g.data[i] : 0;
                }
                SparseGradient layout =
                        new SparseGradient(numbers(channels * terms), channels, terms, step, step, step * rows);
                same(
                        "sparse gradient " + channels + " " + step,
                        tensor(rows - 1, step),
                        (kernels, y) -> assertThat(kernels.sparseGradient(layout, g, y, 1))
                                .isTrue());
            }
        }
        Tensor dense = tensor(8, 24);
        SparseGradient layout = new SparseGradient(numbers(24 * 12), 24, 12, 4, 0, 32);
        for (Kernels kernels : List.of(new PlainKernels(), new VectorKernels())) {
            Tensor y = tensor(8, 4);
            float[] kept = y.data.clone();
            assertThat(kernels.sparseGradient(layout, dense, y, 0)).isFalse();
            assertThat(y.data).isEqualTo(kept);
        }
    }

    @Test
    void productIsTheSumOfProducts() {
        PackedMatrix matrix = new PackedMatrix(2, 3, 8);
        matrix.pack(new float[] {1, 2, 3, 10, 20, 30}, 0, 2);
        Tensor a = new Tensor(1, 2, 2);
        System.arraycopy(new float[] {1, 1, 2, -1}, 0, a.data, 0, 4);
        Tensor c = new Tensor(1, 2, 3);
        new PlainKernels().multiply(new Product(matrix, 0, 2), a, c, 0, 1, 0, 2);
        assertThat(Arrays.copyOf(c.data, 6)).containsExactly(11, 22, 33, -8, -16, -24);
    }

    @Test
    void rowsOfChannels() {
        for (int channels : CHANNELS) {
            int rows = 11;
            Tensor x = tensor(rows, channels);
            Tensor z = tensor(rows, channels);
            Tensor start = tensor(rows, channels);
            float[][] abc = {numbers(channels), numbers(channels), numbers(channels)};
            String what = " " + channels;
            same("affine" + what, start, (kernels, y) -> kernels.affine(abc[0], abc[1], x, y, 1));
            same("affine rows" + what, start, (kernels, y) -> kernels.affine(abc[0], abc[1], x, y, 1, 2, 7));
            same("combine" + what, start, (kernels, y) -> kernels.combine(abc, x, z, y, 1));
            same("add" + what, start, (kernels, y) -> kernels.add(x.data, 1, y.data, 2, rows * channels));
            DropoutMask mask = mask(channels, -1000000000, 1.25f);
            same("drop" + what, x, (kernels, y) -> kernels.drop(mask, y, 1));
            same("moments" + what, numbers(2 * channels), (kernels, sums) -> kernels.moments(x, z, 1, rows, sums));
            int[] at = random.ints(rows + 4, 0, 9).map(i -> i * channels).toArray();
            SumTable table = new SumTable(numbers(2 * 9 * channels), 2, 2, 9 * channels);
            same("look up" + what, start, (kernels, y) -> kernels.lookUp(table, at, y, 1, 2, rows));
            same(
                    "scatter" + what,
                    table.values(),
                    (kernels, y) -> kernels.scatter(new SumTable(y, 2, 2, 9 * channels), at, x, 1));
            float[][] gradients = {x.data, z.data};
            float[] squares = new float[rows * channels + Kernels.SLACK];
            float[] means = numbers(rows * channels);
            same("adam" + what, numbers(rows * channels), (kernels, y) -> {
                Adam state = new Adam(y, means.clone(), squares.clone());
                kernels.adam(state, gradients, 1, rows * channels - 1, 1e-3f, 1e-3f);
            });
        }
    }

    private DropoutMask mask(int channels, int threshold, float factor) {
        int[] state = random.ints(channels + Kernels.SLACK).map(i -> i | 1).toArray();
        return new DropoutMask(state, threshold, factor);
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
        Tensor x = tensor(windows.length(), channels);
        Tensor z = tensor(windows.length(), channels);
        Tensor pooled = tensor(windows.rows(), channels);
        float[][] abc = {numbers(channels), numbers(channels), numbers(channels)};
        DropoutMask mask = mask(channels, 0, 2);
        int[] pool = windows.arguments(2);
        int[] dropped = windows.arguments(2);
        new PlainKernels().pool(windows, x, copy(pooled), pool, 1);
        new PlainKernels()
                .dropAndPool(new PoolingWindows.Maxima(windows, copy(pooled), dropped), mask, x, z, copy(pooled), 1);
        String what = " " + windows;
        same("pool" + what, pooled, (kernels, y) -> {
            int[] argument = windows.arguments(2);
            kernels.pool(windows, x, y, argument, 1);
            assertThat(argument).as("argument" + what).isEqualTo(pool);
        });
        same(
                "pool last window" + what,
                pooled,
                (kernels, y) ->
                        kernels.pool(windows, x, y, windows.arguments(2), 1, windows.rows() - 1, windows.rows()));
        same("unpool" + what, x, (kernels, y) -> kernels.unpool(windows, pooled, y, dropped, 1));
        same("drop and pool" + what, pooled, (kernels, y) -> {
            int[] argument = windows.arguments(2);
            kernels.dropAndPool(new PoolingWindows.Maxima(windows, copy(y), argument), mask, x, z, y, 1);
            assertThat(argument).as("argument" + what).isEqualTo(dropped);
        });
        same("values at maxima" + what, pooled, (kernels, top) -> {
            PoolingWindows.Maxima values = new PoolingWindows.Maxima(windows, top, windows.arguments(2));
            kernels.dropAndPool(values, mask, x, z, copy(top), 1);
        });
        same("keep" + what, pooled, (kernels, y) -> kernels.keepPooled(y, dropped, 1, 1.25f));
        same("affine and pool" + what, pooled, (kernels, y) -> kernels.affineAndPool(windows, abc[0], abc[1], x, y, 1));
        PoolingWindows.Maxima maxima = new PoolingWindows.Maxima(windows, z, dropped);
        same("combine" + what, x, (kernels, y) -> kernels.combinePooled(abc, maxima, pooled, z, y, 1));
    }

    /** The fused dropout and pooling gives the same result as dropout followed by pooling. */
    @Test
    void fusedDropoutAndPoolingEqualsBothInTurn() {
        PoolingWindows windows = new PoolingWindows(11, 3, 4, 1, 3);
        Tensor x = tensor(11, 3);
        Tensor z = tensor(11, 3);
        DropoutMask mask = mask(3, 0, 2);
        Tensor dropped = copy(x);
        PlainKernels kernels = new PlainKernels();
        kernels.drop(mask, dropped, 0);
        Tensor expected = new Tensor(2, 3, 3);
        int[] rows = windows.arguments(1);
        kernels.pool(windows, dropped, expected, rows, 0);
        Tensor y = new Tensor(2, 3, 3);
        PoolingWindows.Maxima maxima = PoolingWindows.Maxima.of(windows, 2);
        kernels.dropAndPool(maxima, mask, x, z, y, 0);
        assertThat(y.data).isEqualTo(expected.data);
        for (int i = 0; i < 9; i++) {
            int row = rows[i];
            assertThat(maxima.z().data[i]).isEqualTo(z.data[z.at(0, row) + i % 3]);
            assertThat(maxima.argument()[i]).isEqualTo(dropped.data[dropped.at(0, row) + i % 3] == 0 ? -1 : row);
        }
        assertThat(maxima.argument()).contains(-1);
    }

    @Test
    void activations() {
        Tensor x = new Tensor(2, 1331, 3);
        for (int i = x.at(1); i < x.data.length; i++) {
            int number = i - x.at(1) - 2000;
            x.data[i] = number * (number % 2 == 0 ? 0.005f : 0.05f);
        }
        for (String name : Activation.names()) {
            Activation f = Activation.named(name);
            same(name, x, (kernels, y) -> kernels.activate(f, x, y, 1));
            same(name + " of rows", x, (kernels, y) -> kernels.activate(f, x, y, 1, 5, 1000));
            same(name + "'", tensor(1331, 3), (kernels, y) -> kernels.differentiate(f, x, y, 1));
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
