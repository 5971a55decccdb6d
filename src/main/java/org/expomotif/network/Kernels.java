package org.expomotif.network;

/**
 * The inner loops of the network. Arrays hold rows of channels, channel last; {@code i...} is the index of the first
 * number. Two implementations, {@link PlainKernels} and {@link VectorKernels}, do the same operations in the same
 * order, so their results are the same bits, whatever the vector width.
 *
 * <p>A loop may read up to {@link #SLACK} numbers past the end of what it was given, never write them: every array is
 * that much longer.
 */
interface Kernels {
    /** Floats that every array has behind its end. */
    int SLACK = 64;

    /** System property: bits of a vector, or {@code plain} for {@link PlainKernels}; else what the machine prefers. */
    String PROPERTY = "expomotif.vectors";

    /** Number of floats in a vector. */
    int lanes();

    /**
     * For every sample s and row r: c[ic + s pc + r lc + j] = sum over k of a[ia + s pa + r la + k] b[k][j], in the
     * order of k.
     */
    void multiply(
            float[] a, int ia, int pa, int la, Panels b, float[] c, int ic, int pc, int lc, int rows, int samples);

    /**
     * A convolution's gradient where few numbers of g are not zero; false, and nothing done, where they are more than
     * one in {@link Spread#SPARSE}. With y zero from the {@link Spread#first} number on to the end, for every row r and
     * channel o, in this order: y[iy + r step + j] += g[ig + r channels + o] filters[o terms + j], j inside the input.
     */
    boolean spread(float[] g, int ig, Spread by, float[] y, int iy);

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

    /** y = f(x), {@code count} numbers. */
    void activate(Activation f, float[] x, int ix, float[] y, int iy, int count);

    /** g = g f'(x), in place. */
    void differentiate(Activation f, float[] x, int ix, float[] g, int ig, int count);

    /**
     * Drops, in place: per channel a generator (xorshift of 32 bits) steps once a row from {@code state[channel]}; a
     * number is multiplied by {@code factor} when the draw is at least {@code threshold}, else it becomes 0.
     */
    void drop(float[] x, int ix, int rows, int channels, int[] state, int threshold, float factor);

    /** Maximum over windows; {@code argument} receives the input row (the first of equals). */
    void pool(float[] x, int ix, Windows windows, float[] y, int iy, int[] argument, int ia);

    /** dx[argument[o]] = g[o] per channel, every other row zero; below 0 there is no such row. */
    void unpool(float[] g, int ig, Windows windows, float[] dx, int ix, int[] argument, int ia);

    /**
     * {@link #drop} and then {@link #pool} without changing x: y is the maximum of what is left, {@code top} the number
     * of z where it was found, {@code argument} its row, or -1 if it was dropped.
     */
    void dropAndPool(
            float[] x,
            int ix,
            float[] z,
            int iz,
            Windows windows,
            int[] state,
            int threshold,
            float factor,
            float[] y,
            float[] top,
            int iy,
            int it,
            int[] argument);

    /** g = g factor where the argument is a row, else 0. */
    void keepPooled(float[] g, int ig, int[] argument, int ia, int count, float factor);

    /** y = a[channel] u + (b[channel] z + c[channel]) where u is the unpooled g. */
    void combinePooled(
            float[] g,
            int ig,
            int[] argument,
            int ia,
            Windows windows,
            float[] z,
            int iz,
            float[][] abc,
            float[] y,
            int iy);

    /** y = maximum over windows of x scale[channel] + shift[channel]. */
    void affineAndPool(float[] x, int ix, Windows windows, float[] scale, float[] shift, float[] y, int iy);

    /** y += x. */
    void add(float[] x, int ix, float[] y, int iy, int count);

    /**
     * Sums of table rows: y[iy + l channels + j] = sum over p below {@code terms} of table[p stride + at[l + step p] +
     * j], in the order of p.
     */
    void lookUp(int[] at, int step, float[] table, int terms, int stride, int channels, int rows, float[] y, int iy);

    /** The reverse: table[p stride + at[l + 2 p] + j] += g[ig + l channels + j]. */
    void scatter(int[] at, float[] table, int pairs, int stride, int channels, int rows, float[] g, int ig);

    /**
     * One step of Adam over numbers {@code from} to {@code to}: g = sum of {@code gradients} in their order + decay w;
     * m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w -= rate m / (sqrt(v) + epsilon).
     */
    void adam(float[] w, float[] m, float[] v, float[][] gradients, int from, int to, float decay, float rate);

    /** Whether the Vector API is there and wanted. */
    static boolean vectors() {
        return !System.getProperty(PROPERTY, "").equals("plain")
                && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** The fastest kernels of this Java machine. */
    static Kernels best() {
        return vectors() ? new VectorKernels() : new PlainKernels();
    }
}
