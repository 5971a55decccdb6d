package org.expomotif.network;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.expomotif.network.kernel.Adam;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PackedMatrix;
import org.expomotif.network.kernel.PlainKernels;
import org.expomotif.network.kernel.PoolingWindows;
import org.expomotif.network.kernel.Product;
import org.expomotif.network.kernel.SumTable;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.kernel.VectorKernels;
import org.expomotif.network.kernel.WeightGradient;
import org.expomotif.network.parallel.StepProgram;
import org.expomotif.network.spec.Activation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Each vector kernel and its plain counterpart on one sample of cnn-deep: the second convolution (32 to 48 channels,
 * width 7, 200 rows) and the layers around it. Adam updates the 196,608 weights of the first dense layer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class KernelBenchmark {
    private static final int ROWS = 200;
    private static final int IN = 32;
    private static final int OUT = 48;
    private static final int WIDTH = 7;
    private static final int PAIRS = 10;
    private static final int LETTERS = 36;
    private static final PoolingWindows WINDOWS = new PoolingWindows(ROWS, OUT, 4, 0, ROWS / 4);
    private static final int WEIGHTS = 384 * 512;
    private static final Activation EXPONENTIAL = Activation.named("exponential");

    /** The kernels to measure. */
    @Param({"vector", "plain"})
    public String kernels = "vector";

    private final SplittableRandom random = new SplittableRandom(1);
    private Kernels on = new PlainKernels();
    private Product forward = new Product(new PackedMatrix(1, 1, 1), 0, 0);
    private Product reverse = forward;
    private final WeightGradient weights = new WeightGradient(0, IN, WIDTH * IN, OUT, 0);
    private final Tensor x = tensor(ROWS + WIDTH, IN);
    private final Tensor dx = tensor(ROWS + WIDTH, IN);
    private final Tensor z = tensor(ROWS, OUT);
    private final Tensor y = tensor(ROWS, OUT);
    private final Tensor dy = tensor(ROWS + WIDTH, OUT);
    private final Tensor dyOfRows = tensor(ROWS, OUT);
    private final Tensor zeros = new Tensor(1, ROWS, OUT);
    private final float[] weightGradient = numbers(WIDTH * IN * OUT);
    private final SumTable table = new SumTable(numbers(PAIRS * LETTERS * IN), PAIRS, 2, LETTERS * IN);
    private final float[][] channels = {numbers(OUT), numbers(OUT), numbers(OUT)};
    private final float[] sums = numbers(2 * OUT);
    private final int[] at = new int[ROWS + 2 * PAIRS];
    private final int[] argument = WINDOWS.arguments(1);
    private final Tensor tableSums = tensor(ROWS, IN);
    private final Adam adam = Adam.of(numbers(WEIGHTS));
    private final float[][] gradients = new float[StepProgram.PARTS][];

    private Tensor tensor(int length, int channels) {
        Tensor tensor = new Tensor(1, length, channels);
        System.arraycopy(numbers(tensor.size()), 0, tensor.data, 0, tensor.size());
        return tensor;
    }

    private float[] numbers(int size) {
        float[] x = new float[size + Kernels.SLACK];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble(-1, 1);
        }
        return x;
    }

    /** Lays out the weights for the kernels. */
    @Setup
    public void layOut() {
        on = kernels.equals("vector") ? new VectorKernels() : new PlainKernels();
        float[] kernel = numbers(WIDTH * IN * OUT);
        forward = new Product(new PackedMatrix(WIDTH * IN, OUT, on.lanes()), 0, IN);
        forward.matrix().pack(kernel, 0, WIDTH * IN);
        reverse = new Product(new PackedMatrix(WIDTH * OUT, IN, on.lanes()), 0, OUT);
        reverse.matrix().packTransposed(kernel, WIDTH, OUT, 0, WIDTH * IN);
        for (int i = 0; i < at.length; i++) {
            at[i] = random.nextInt(LETTERS) * IN;
        }
        for (int part = 0; part < gradients.length; part++) {
            gradients[part] = numbers(WEIGHTS);
        }
    }

    /** 2 x 200 x 7 x 32 x 48 = 4.3 million operations. */
    @Benchmark
    public void convolutionForward() {
        on.multiply(forward, x, y, 0, 1, 0, ROWS);
    }

    /** The same number of operations. */
    @Benchmark
    public void convolutionBackwardData() {
        on.multiply(reverse, dy, dx, 0, 1, 0, ROWS);
    }

    /** The same number of operations. */
    @Benchmark
    public void convolutionBackwardWeights() {
        on.accumulate(weights, x, dyOfRows, 0, 1, weightGradient);
    }

    /** 32 filters of width 19: ten table rows are added per position. */
    @Benchmark
    public void firstConvolutionTableSums() {
        on.lookUp(table, at, tableSums, 0, 0, ROWS);
    }

    /** The gradient of the first convolution. */
    @Benchmark
    public void firstConvolutionScatter() {
        on.scatter(table, at, tableSums, 0);
    }

    /** Sums of x and x z per channel. */
    @Benchmark
    public void batchNormMoments() {
        on.moments(z, dyOfRows, 0, ROWS, sums);
    }

    /** Scale and shift. */
    @Benchmark
    public void batchNormForward() {
        on.affine(channels[0], channels[1], z, y, 0);
    }

    /** The gradient of the input. */
    @Benchmark
    public void batchNormBackward() {
        on.combine(channels, dyOfRows, z, y, 0);
    }

    /** Windows of four. */
    @Benchmark
    public void poolingForward() {
        on.pool(WINDOWS, z, y, argument, 0);
    }

    /** The gradient goes to the rows of the maxima that the forward pass found, or to row 0. */
    @Benchmark
    public void poolingBackward() {
        on.unpool(WINDOWS, dyOfRows, y, argument, 0);
    }

    /** The exponential of 9,600 values. */
    @Benchmark
    public void activationForward() {
        on.activate(EXPONENTIAL, z, y, 0);
    }

    /** The derivative of the exponential at 0, which is 1, so that the gradient in place does not change. */
    @Benchmark
    public void activationBackward() {
        on.differentiate(EXPONENTIAL, zeros, y, 0);
    }

    /** Eight gradients added, then one step. */
    @Benchmark
    public void adam() {
        on.adam(adam, gradients, 0, WEIGHTS, 2e-6f, 1e-3f);
    }
}
