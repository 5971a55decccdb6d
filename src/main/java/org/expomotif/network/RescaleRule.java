package org.expomotif.network;

/**
 * DeepLIFT's rescale rule (Shrikumar, Greenside and Kundaje 2017, equation 11) where a layer is not linear: the
 * multiplier of a number is the difference of outputs over the difference of inputs, between a sample and its
 * reference. The contributions multiplier x difference of a layer's inputs so add up to the difference of its outputs,
 * whatever the function; a linear layer's multipliers are its gradients.
 */
final class RescaleRule {
    /**
     * Differences of the function's argument from which subtracting the stored values loses no more than three bits.
     */
    private static final float APART = 0.125f;

    private RescaleRule() {}

    /**
     * y = f(x), number by number: g = g (y - y') / (x - x'), in place; f'(x) where x = x'. Where the two are close, the
     * quotient is taken from {@link Activation#slope} in double precision instead of from the rounded values.
     *
     * @param x inputs, those of the sample from {@code ix}, of the reference from {@code ir}
     * @param y outputs, in the same way
     */
    static void activation(
            Activation f, float[] x, int ix, int ir, float[] y, int iy, int is, float[] g, int ig, int count) {
        if (f.form() == Activation.Form.RELU && f.shift() == 0) {
            rectifier(x, ix, ir, y, iy, is, g, ig, count);
            return;
        }
        float near = (float) (APART / Math.abs(f.inner()));
        for (int i = 0; i < count; i++) {
            float difference = x[ix + i] - x[ir + i];
            float slope = Math.abs(difference) > near
                    ? (y[iy + i] - y[is + i]) / difference
                    : (float) f.slope(x[ir + i], x[ix + i]);
            g[ig + i] *= slope;
        }
    }

    /** On one side of the kink the quotient is exactly 0 or 1, and across it nothing cancels. */
    private static void rectifier(float[] x, int ix, int ir, float[] y, int iy, int is, float[] g, int ig, int count) {
        for (int i = 0; i < count; i++) {
            float difference = x[ix + i] - x[ir + i];
            float rise = y[iy + i] - y[is + i];
            float slope = difference != 0 ? rise / difference : x[ix + i] > 0 ? 1f : 0f;
            g[ig + i] *= slope;
        }
    }

    /**
     * The maximum m of a window, at row a in the sample (m') and a' in the reference: the larger of the two decides.
     * With m >= m' the multiplier of row a is (m - m') / (x[a] - x'[a]), else that of row a' is (m - m') / (x[a'] -
     * x'[a']): in both cases the divisor is at least as large as the dividend, so multipliers lie between 0 and 1, and
     * all other rows have 0. Where x[a] = x'[a] it is 1, the gradient.
     *
     * @param x inputs of the pooling, {@code ix} the sample's first, {@code ir} the reference's
     * @param argument the rows of the maxima, {@code ia} and {@code ib} in the same way
     * @param g multipliers of the {@code rows x channels} maxima, from {@code ig}
     * @param dx receives those of the {@code length x channels} inputs, from {@code id}
     */
    static void maximum(
            float[] x,
            int ix,
            int ir,
            int[] argument,
            int ia,
            int ib,
            float[] g,
            int ig,
            int rows,
            int channels,
            int length,
            float[] dx,
            int id) {
        java.util.Arrays.fill(dx, id, id + length * channels, 0f);
        for (int o = 0; o < rows; o++) {
            for (int c = 0; c < channels; c++) {
                int at = o * channels + c;
                int own = argument[ia + at] * channels + c;
                int other = argument[ib + at] * channels + c;
                float rise = x[ix + own] - x[ir + other];
                int row = rise >= 0 ? own : other;
                float difference = x[ix + row] - x[ir + row];
                dx[id + row] = difference == 0 ? g[ig + at] : g[ig + at] * (rise / difference);
            }
        }
    }
}
