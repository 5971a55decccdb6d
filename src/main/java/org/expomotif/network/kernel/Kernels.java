package org.expomotif.network.kernel;

import org.expomotif.network.spec.Activation;

/**
 * The inner loops of the network. Arrays hold rows of channels, channel last; {@code i...} is the index of the first
 * value in an array. The two implementations, {@link PlainKernels} and {@link VectorKernels}, perform the same
 * operations in the same order, so results are the same bits for any vector width.
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
     * For every sample s and row r: c[ic + s pc + r lc + j] = sum over k of a[ia + s pa + r la + k] b[k][j], in the
     * order of k.
     */
    void multiply(
            float[] a,
            int ia,
            int pa,
            int la,
            PackedMatrix b,
            float[] c,
            int ic,
            int pc,
            int lc,
            int rows,
            int samples);

    /**
     * A convolution's input gradient for mostly zero g. Returns false and does nothing if more than one value in
     * {@link SparseGradient#SPARSE} is nonzero. Otherwise sets y to zero from index {@link SparseGradient#first} to
     * {@link SparseGradient#end}; then, for every row r and channel o in this order: y[iy + r step + j] += g[ig + r
     * channels + o] filters[o terms + j], for j inside the input.
     */
    boolean sparseGradient(float[] g, int ig, SparseGradient layout, float[] y, int iy);

    /**
     * For every r below {@code rows}, j below {@code columns}: c[ic + r columns + j] += sum over l below {@code terms}
     * of a[ia + l sa + r] d[id + l columns + j], in the order of l.
     */
    void accumulate(float[] a, int ia, int sa, int rows, float[] d, int id, int columns, int terms, float[] c, int ic);

    /** y = x scale[channel] + shift[channel]. */
    void affine(float[] x, int ix, int rows, int channels, float[] scale, float[] shift, float[] y, int iy);

    /** Per channel j: sums[j] = sum of x, sums[channels + j] = sum of x times z, in the order of the rows. */
    void moments(float[] x, int ix, float[] z, int iz, int rows, int channels, float[] sums);

    /** y = a[channel] g + (b[channel] z + c[channel]). */
    void combine(float[] g, int ig, float[] z, int iz, int rows, int channels, float[][] abc, float[] y, int iy);

    /** y = f(x), for {@code count} values. */
    void activate(Activation f, float[] x, int ix, float[] y, int iy, int count);

    /** g = g f'(x), in place. */
    void differentiate(Activation f, float[] x, int ix, float[] g, int ig, int count);

    /**
     * Drops values in place. Each channel has a generator (xorshift of 32 bits) that starts at {@code state[channel]}
     * and steps once per row. A value is multiplied by {@code factor} if the draw is at least {@code threshold}, else
     * set to 0.
     */
    void drop(float[] x, int ix, int rows, int channels, int[] state, int threshold, float factor);

    /** Maximum over windows; {@code argument} receives the row of the maximum in the input (ties go to the first). */
    void pool(float[] x, int ix, PoolingWindows windows, float[] y, int iy, int[] argument, int ia);

    /** dx[argument[o]] = g[o] per channel; all other rows are set to zero. A negative argument means no row. */
    void unpool(float[] g, int ig, PoolingWindows windows, float[] dx, int ix, int[] argument, int ia);

    /**
     * {@link #drop} followed by {@link #pool}, without changing x: y is the maximum after dropout, {@code top} the
     * value of z at the maximum, and {@code argument} its row, or -1 if the maximum was dropped.
     */
    void dropAndPool(
            float[] x,
            int ix,
            float[] z,
            int iz,
            PoolingWindows windows,
            int[] state,
            int threshold,
            float factor,
            float[] y,
            float[] top,
            int iy,
            int it,
            int[] argument);

    /** g = g factor where the argument is not negative, else 0. */
    void keepPooled(float[] g, int ig, int[] argument, int ia, int count, float factor);

    /** y = a[channel] u + (b[channel] z + c[channel]) where u is the unpooled g. */
    void combinePooled(
            float[] g,
            int ig,
            int[] argument,
            int ia,
            PoolingWindows windows,
            float[] z,
            int iz,
            float[][] abc,
            float[] y,
            int iy);

    /** y = maximum over windows of x scale[channel] + shift[channel]. */
    void affineAndPool(float[] x, int ix, PoolingWindows windows, float[] scale, float[] shift, float[] y, int iy);

    /** y += x. */
    void add(float[] x, int ix, float[] y, int iy, int count);

    /**
     * Adds up table rows: y[iy + l channels + j] = sum over p below {@code terms} of table[p stride + at[l + step p] +
     * j], in the order of p.
     */
    void lookUp(int[] at, int step, float[] table, int terms, int stride, int channels, int rows, float[] y, int iy);

    /** The transpose of {@link #lookUp} with step 2: table[p stride + at[l + 2 p] + j] += g[ig + l channels + j]. */
    void scatter(int[] at, float[] table, int pairs, int stride, int channels, int rows, float[] g, int ig);

    /**
     * One step of Adam for the weights {@code from} to {@code to}: g = sum of {@code gradients} in their order + decay
     * w; m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w -= rate m / (sqrt(v) + epsilon).
     */
    void adam(float[] w, float[] m, float[] v, float[][] gradients, int from, int to, float decay, float rate);

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
