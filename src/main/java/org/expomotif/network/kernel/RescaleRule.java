package org.expomotif.network.kernel;

import org.expomotif.network.spec.Activation;

/**
 * DeepLIFT's rescale rule (Shrikumar, Greenside and Kundaje 2017, equation 11) for nonlinear layers: the multiplier is
 * the difference of outputs divided by the difference of inputs, between a sample and its reference. Therefore the
 * contributions (multiplier x difference) of a layer's inputs add up to the difference of its outputs for any function.
 * The multipliers of a linear layer are its gradients.
 */
public final class RescaleRule {
    /** Above this difference of the function's argument, subtracting the stored values loses at most three bits. */
    private static final float APART = 0.125f;

    private RescaleRule() {}

    /**
     * The rule for y = f(x), elementwise and in place: g = g (y - y') / (x - x'), or g f'(x) if x = x'. For close x and
     * x' the quotient is computed by {@link Activation#slope} in double precision instead of from the rounded values.
     *
     * @param x inputs: those of the sample start at {@code ix}, those of the reference at {@code ir}
     * @param y outputs: those of the sample start at {@code iy}, those of the reference at {@code is}
     */
    public static void activation(
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

    /**
     * The rule for ReLU. On one side of the kink the quotient is exactly 0 or 1, and across the kink nothing cancels.
     */
    private static void rectifier(float[] x, int ix, int ir, float[] y, int iy, int is, float[] g, int ig, int count) {
        for (int i = 0; i < count; i++) {
            float difference = x[ix + i] - x[ir + i];
            float rise = y[iy + i] - y[is + i];
            float slope = difference != 0 ? rise / difference : x[ix + i] > 0 ? 1f : 0f;
            g[ig + i] *= slope;
        }
    }

    /**
     * The rule for the maximum of a window: m at row a in the sample, m' at row a' in the reference. With m >= m' the
     * multiplier of row a is (m - m') / (x[a] - x'[a]), else that of row a' is (m - m') / (x[a'] - x'[a']): in both
     * cases the divisor is at least as large as the dividend, so the multiplier is between 0 and 1. All other rows have
     * multiplier 0. If the divisor is 0, the multiplier is 1, the gradient.
     *
     * @param x inputs of the pooling: those of the sample start at {@code ix}, those of the reference at {@code ir}
     * @param argument rows of the maxima: those of the sample start at {@code ia}, those of the reference at {@code ib}
     * @param g multipliers of the {@code rows x channels} maxima, from {@code ig} on
     * @param dx receives the multipliers of the {@code length x channels} inputs, from {@code id} on
     */
    public static void maximum(
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
