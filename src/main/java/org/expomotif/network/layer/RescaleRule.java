package org.expomotif.network.layer;

import java.util.Arrays;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.spec.Activation;

/**
 * DeepLIFT's rescale rule (Shrikumar, Greenside and Kundaje 2017, equation 11) for nonlinear layers: the multiplier is
 * the difference of outputs divided by the difference of inputs, between a sample and its reference. Therefore the
 * contributions (multiplier x difference) of a layer's inputs add up to the difference of its outputs for any function.
 * The multipliers of a linear layer are its gradients.
 */
final class RescaleRule {
    /** Above this difference of the function's argument, subtracting the stored values loses at most three bits. */
    private static final float APART = 0.125f;

    private RescaleRule() {}

    /**
     * The rule for y = f(x), elementwise and in place: g = g (y - y') / (x - x'), or g f'(x) if x = x'. For close x and
     * x' the quotient is computed by {@link Activation#slope} in double precision instead of from the rounded values.
     *
     * @param g multipliers, at the place of the reference
     * @param sample place of the sample
     * @param reference place of the reference
     */
    static void activation(Activation f, Tensor x, Tensor y, Tensor g, int sample, int reference) {
        boolean rectifier = f.form() == Activation.Form.RELU && f.shift() == 0;
        float near = (float) (APART / Math.abs(f.inner()));
        for (int i = 0; i < x.size(); i++) {
            float own = x.data[x.at(sample) + i];
            float other = x.data[x.at(reference) + i];
            float difference = own - other;
            float rise = y.data[y.at(sample) + i] - y.data[y.at(reference) + i];
            float slope;
            if (rectifier) {
                // On one side of the kink the quotient is exactly 0 or 1, and across the kink nothing cancels.
                slope = difference != 0 ? rise / difference : own > 0 ? 1f : 0f;
            } else {
                slope = Math.abs(difference) > near ? rise / difference : (float) f.slope(other, own);
            }
            g.data[g.at(reference) + i] *= slope;
        }
    }

    /**
     * The rule for the maximum of a window: m at row a in the sample, m' at row a' in the reference. With m >= m' the
     * multiplier of row a is (m - m') / (x[a] - x'[a]), else that of row a' is (m - m') / (x[a'] - x'[a']): in both
     * cases the divisor is at least as large as the dividend, so the multiplier is between 0 and 1. All other rows have
     * multiplier 0. If the divisor is 0, the multiplier is 1, the gradient.
     *
     * @param x inputs of the pooling
     * @param argument rows of the maxima
     * @param g multipliers of the maxima, at the place of the reference
     * @param dx receives the multipliers of the inputs, at the place of the reference
     * @param sample place of the sample
     * @param reference place of the reference
     */
    static void maximum(Tensor x, int[] argument, Tensor g, Tensor dx, int sample, int reference) {
        int channels = x.channels;
        Arrays.fill(dx.data, dx.at(reference), dx.at(reference) + dx.size(), 0f);
        for (int at = 0; at < g.size(); at++) {
            int own = argument[sample * g.size() + at] * channels + at % channels;
            int other = argument[reference * g.size() + at] * channels + at % channels;
            float rise = x.data[x.at(sample) + own] - x.data[x.at(reference) + other];
            int row = rise >= 0 ? own : other;
            float difference = x.data[x.at(sample) + row] - x.data[x.at(reference) + row];
            float multiplier = g.data[g.at(reference) + at];
            dx.data[dx.at(reference) + row] = difference == 0 ? multiplier : multiplier * (rise / difference);
        }
    }
}
