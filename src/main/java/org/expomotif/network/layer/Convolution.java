package org.expomotif.network.layer;

import java.util.Arrays;
import java.util.List;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PackedMatrix;
import org.expomotif.network.kernel.Product;
import org.expomotif.network.kernel.SparseGradient;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.kernel.WeightGradient;
import org.expomotif.network.parallel.StepProgram;
import org.expomotif.network.spec.LayerSpec;
import org.jspecify.annotations.Nullable;

/**
 * Convolution without bias: y[l][o] = sum over k, i of x[l + k - left][i] w[k][i][o], with zeros outside the sequence.
 *
 * <p>Rows l - left .. l - left + width - 1 of the padded input are contiguous in memory, so y[l] is one row of a matrix
 * product and no window is copied. Backward: dx[i] = sum over k, o of dy[i + left - k][o] w[k][i][o], the same product
 * with the kernel reversed and transposed over dy with zero margins; dw[k][i] = sum over l of x[l + k - left][i] dy[l],
 * over all rows of several samples in one run. The run includes the margins between samples, where dy is zero.
 */
public class Convolution extends Layer {
    /**
     * Maximum number of rows in one run of the weight gradient, and in one pass over the panels. The number was chosen
     * by measurement: with fewer rows the weights are read too often, with more rows the data leave the second-level
     * cache. The sums do not depend on it.
     */
    private static final int RUN = 512;

    public final int width;
    public final int left;
    public final Parameter kernel;
    private final Product forward;
    private final Product reverse;
    private final WeightGradient weightGradient;
    /** Created on first use; null after the weights have changed. */
    private volatile @Nullable SparseGradient sparse;

    Convolution(int index, Extent in, LayerSpec.Padding padding, int width, int filters, String name, Kernels kernels) {
        super(index, in, new Extent(rows(in.length(), padding, width), filters), kernels);
        this.width = width;
        left = padding == LayerSpec.Padding.SAME ? (width - 1) / 2 : 0;
        kernel = new Parameter(name + "/kernel", true, true, width, in.channels(), filters);
        int terms = width * in.channels();
        int before = left * in.channels();
        forward = new Product(new PackedMatrix(terms, filters, kernels.lanes()), -before, in.channels());
        reverse = new Product(
                new PackedMatrix(width * filters, in.channels(), kernels.lanes()),
                -(width - 1 - left) * filters,
                filters);
        weightGradient = new WeightGradient(-before, in.channels(), terms, filters, 0);
    }

    private static int rows(int length, LayerSpec.Padding padding, int width) {
        return padding == LayerSpec.Padding.SAME ? length : length - width + 1;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(kernel);
    }

    @Override
    int[] valueMargins() {
        return new int[] {left, out.length() + width - 1 - in.length() - left};
    }

    @Override
    int[] gradientMargins() {
        // The row pitch is that of the input: the margin after a sample is the margin before the next.
        return new int[] {width - 1 - left, left};
    }

    @Override
    public void forward(Workspace w, int from, int to) {
        kernels.multiply(forward, w.value(index), w.value(index + 1), from, to, 0, out.length());
    }

    /**
     * In evaluation, the gradient of a pooling layer's input has one nonzero value per window, so skipping zeros is
     * faster than the product. The terms are added in the order of the product, so the sums are the same.
     */
    @Override
    public void backward(Workspace w, int from, int to) {
        Tensor dy = w.gradient(index + 1);
        Tensor dx = w.gradient(index);
        SparseGradient layout = sparse();
        for (int n = from; n < to; n++) {
            if (!kernels.sparseGradient(layout, dy, dx, n)) {
                product(w, n, n + 1);
            }
        }
    }

    private SparseGradient sparse() {
        SparseGradient made = sparse;
        if (made == null) {
            int terms = width * in.channels();
            float[] filters = new float[terms * out.channels() + Kernels.SLACK];
            for (int j = 0; j < terms; j++) {
                for (int o = 0; o < out.channels(); o++) {
                    filters[o * terms + j] = kernel.values()[j * out.channels() + o];
                }
            }
            int before = left * in.channels();
            made = new SparseGradient(filters, out.channels(), terms, in.channels(), before, before + in.size());
            sparse = made;
        }
        return made;
    }

    /** Gradient of the input by the matrix product. */
    void product(Workspace w, int from, int to) {
        backwardRows(w, from, to, 0);
    }

    /** Gradients of the input's rows from {@code first} on. */
    final void backwardRows(Workspace w, int from, int to, int first) {
        kernels.multiply(reverse, w.gradient(index + 1), w.gradient(index), from, to, first, in.length());
    }

    @Override
    int gradientGroup() {
        return Integer.highestOneBit(Math.max(1, RUN / (out.length() + width - 1)));
    }

    @Override
    public void planForward(StepProgram program, Workspace w, Pass pass) {
        program.perGroup((part, from, to) -> forward(w, from, to), gradientGroup());
    }

    @Override
    public void planBackward(StepProgram program, Workspace w, Pass pass) {
        program.begin((part, from, to) -> Arrays.fill(w.partial(kernel)[part], 0));
        program.perGroup(
                (part, from, to) -> {
                    // The rows of successive samples and the margins between them are contiguous.
                    float[] dw = w.partial(kernel)[part];
                    kernels.accumulate(weightGradient, w.value(index), w.gradient(index + 1), from, to, dw);
                    product(w, from, to);
                },
                gradientGroup());
    }

    @Override
    public void pack(int part) {
        int rows = width * in.channels();
        int from = StepProgram.from(part, rows);
        int to = StepProgram.from(part + 1, rows);
        if (part == 0) {
            sparse = null;
        }
        forward.matrix().pack(kernel.values(), from, to);
        reverse.matrix().packTransposed(kernel.values(), width, out.channels(), from, to);
    }

    @Override
    public int reachFrom(int row) {
        return Math.max(0, row - width + 1 + left);
    }

    @Override
    public int reachEnd(int end) {
        return Math.min(out.length(), end + left);
    }

    @Override
    public int needFrom(int row) {
        return row - left;
    }

    @Override
    public int needEnd(int end) {
        return end + width - 1 - left;
    }

    @Override
    public void forwardRows(Workspace w, int samples, int from, int end) {
        kernels.multiply(forward, w.value(index), w.value(index + 1), 0, samples, from, end);
    }
}
