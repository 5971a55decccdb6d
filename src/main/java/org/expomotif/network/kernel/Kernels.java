package org.expomotif.network.kernel;

import org.expomotif.network.spec.Activation;

/**
 * The inner loops of the network. They work on sample {@code n} of tensors, or on the samples {@code from} to
 * {@code to}; {@code first} and {@code end} limit the rows. The two implementations, {@link PlainKernels} and
 * {@link VectorKernels}, perform the same operations in the same order, so results are the same bits for any vector
 * width.
 *
 * <p>A loop may read up to {@link #SLACK} floats past the end of its range, but never writes them. Every array is
 * longer by that number.
 */
public interface Kernels {
    /** Floats of padding at the end of every array. */
    int SLACK = 64;

    /**
     * System property: bits per vector, or {@code plain} for {@link PlainKernels}; by default the width that the
     * machine prefers.
     */
    String PROPERTY = "expomotif.vectors";

    /** Number of floats in a vector. */
    int lanes();

    /**
     * For every sample s and every row r from {@code first} to {@code end}: c[r][j] = sum over k of a[start + r step +
     * k] matrix[k][j], in the order of k. Row r of c starts {@code r matrix.columns} values after the first value of
     * the sample. The samples must be at successive places.
     */
    void multiply(Product product, Tensor a, Tensor c, int from, int to, int first, int end);

    /**
     * A convolution's input gradient for mostly zero g. Returns false and does nothing if more than one value in
     * {@link SparseGradient#SPARSE} is nonzero. Otherwise sets y to zero; then, for every row r and channel o of g in
     * this order, adds g[r][o] times filter o to the values of y from {@code r step - first} on, as far as they are
     * inside the sample.
     */
    boolean sparseGradient(SparseGradient layout, Tensor g, Tensor y, int n);

    /**
     * For every matrix row r and column j: c[first + r columns + j] += sum over l of a[start + l step + r] d[l][j], in
     * the order of l. The sum is over the rows of d from the first of sample {@code from} to the last of sample
     * {@code to - 1}, including the margins between samples; {@code start} is counted from the first value of sample
     * {@code from}.
     */
    void accumulate(WeightGradient layout, Tensor a, Tensor d, int from, int to, float[] c);

    /** y = x scale[channel] + shift[channel], for the rows from {@code first} to {@code end}. */
    void affine(float[] scale, float[] shift, Tensor x, Tensor y, int n, int first, int end);

    /** {@link #affine(float[], float[], Tensor, Tensor, int, int, int)} for all rows. */
    default void affine(float[] scale, float[] shift, Tensor x, Tensor y, int n) {
        affine(scale, shift, x, y, n, 0, x.length);
    }

    /**
     * Per channel j: sums[j] = sum of x, sums[channels + j] = sum of x times z, in the order of the rows. The sums are
     * over {@code rows} rows from the first row of sample {@code n} on, without margins.
     */
    void moments(Tensor x, Tensor z, int n, int rows, float[] sums);

    /** y = a[channel] g + (b[channel] z + c[channel]). */
    void combine(float[][] abc, Tensor g, Tensor z, Tensor y, int n);

    /** y = f(x), for the rows from {@code first} to {@code end}. */
    void activate(Activation f, Tensor x, Tensor y, int n, int first, int end);

    /** {@link #activate(Activation, Tensor, Tensor, int, int, int)} for all rows. */
    default void activate(Activation f, Tensor x, Tensor y, int n) {
        activate(f, x, y, n, 0, x.length);
    }

    /** g = g f'(x), in place, for the rows of g. */
    void differentiate(Activation f, Tensor x, Tensor g, int n);

    /** Drops values in place. */
    void drop(DropoutMask mask, Tensor x, int n);

    /**
     * Maximum over the windows from {@code first} to {@code end}; {@code argument} receives the row of the maximum in
     * the input (ties go to the first).
     */
    void pool(PoolingWindows windows, Tensor x, Tensor y, int[] argument, int n, int first, int end);

    /** {@link #pool(PoolingWindows, Tensor, Tensor, int[], int, int, int)} for all windows. */
    default void pool(PoolingWindows windows, Tensor x, Tensor y, int[] argument, int n) {
        pool(windows, x, y, argument, n, 0, windows.rows());
    }

    /** dx[argument[o]] = g[o] per channel; all other rows are set to zero. A negative argument means no row. */
    void unpool(PoolingWindows windows, Tensor g, Tensor dx, int[] argument, int n);

    /** {@link #drop} followed by {@link #pool}, without changing x; {@code maxima} receives their rows and z there. */
    void dropAndPool(PoolingWindows.Maxima maxima, DropoutMask mask, Tensor x, Tensor z, Tensor y, int n);

    /** g = g factor where the argument is not negative, else 0. */
    void keepPooled(Tensor g, int[] argument, int n, float factor);

    /** y = a[channel] u + (b[channel] z + c[channel]) where u is the unpooled g. */
    void combinePooled(float[][] abc, PoolingWindows.Maxima maxima, Tensor g, Tensor z, Tensor y, int n);

    /** y = maximum over windows of x scale[channel] + shift[channel]. */
    void affineAndPool(PoolingWindows windows, float[] scale, float[] shift, Tensor x, Tensor y, int n);

    /** y[iy + i] += x[ix + i], for {@code count} values. */
    void add(float[] x, int ix, float[] y, int iy, int count);

    /**
     * Writes sums of table rows to the rows of y from {@code first} to {@code end}, each added up in the order of the
     * terms. Index 0 of {@code at} belongs to row {@code first}.
     */
    void lookUp(SumTable table, int[] at, Tensor y, int n, int first, int end);

    /** The transpose of {@link #lookUp} for all rows: adds every row of g to the table rows that row is the sum of. */
    void scatter(SumTable table, int[] at, Tensor g, int n);

    /**
     * One step of Adam for the weights {@code from} to {@code to}: g = sum of {@code gradients} in their order + decay
     * w; m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w -= rate m / (sqrt(v) + epsilon).
     */
    void adam(Adam state, float[][] gradients, int from, int to, float decay, float rate);

    /** Whether the Vector API is available and enabled. */
    static boolean vectors() {
        return !System.getProperty(PROPERTY, "").equals("plain")
                && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** The fastest kernels available in this JVM. */
    static Kernels best() {
        return vectors() ? new VectorKernels() : new PlainKernels();
    }
}
