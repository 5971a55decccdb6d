package org.expomotif.attribution;

/**
 * Removes the off-simplex component of a gradient (Majdandzic, Rajesh and Koo, 2023). The channels of one-hot input add
 * up to 1 at each position, so training does not constrain the gradient's component along (1, 1, 1, 1), which is noise.
 * The corrected gradient is the gradient minus its mean over the four channels.
 *
 * <p>Contributions do not change under this correction when the references add up to 1 at every position, which holds
 * for all kinds but zeros: {@link Contributions} subtracts {@code sum_c r[c] m[c]}, so a value added to all four
 * multipliers cancels.
 */
final class GradientCorrection {
    private GradientCorrection() {}

    /** Subtracts the mean over the channels at every position of {@code length x 4} values, in place. */
    static void apply(float[] gradients) {
        for (int i = 0; i < gradients.length; i += 4) {
            double mean = ((double) gradients[i] + gradients[i + 1] + gradients[i + 2] + gradients[i + 3]) / 4;
            for (int c = 0; c < 4; c++) {
                gradients[i + c] = (float) (gradients[i + c] - mean);
            }
        }
    }
}
