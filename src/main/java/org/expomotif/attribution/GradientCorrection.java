package org.expomotif.attribution;

/**
 * Removes from a gradient what no sequence can tell (Majdandzic, Rajesh and Koo, 2023): one-hot columns add up to 1, so
 * a network learns nothing of the gradient's component along (1, 1, 1, 1) at a position, which is noise. What is left
 * is the gradient minus its mean over the four channels.
 *
 * <p>Contributions against references that add up to 1 at every position, all but zeros, do not change under it:
 * {@link Contributions} subtracts {@code sum_c r[c] m[c]}, so a number added to all four multipliers cancels.
 */
final class GradientCorrection {
    private GradientCorrection() {}

    /** Subtracts the mean at every position of {@code length x 4} numbers, in place. */
    static void apply(float[] gradients) {
        for (int i = 0; i < gradients.length; i += 4) {
            double mean = ((double) gradients[i] + gradients[i + 1] + gradients[i + 2] + gradients[i + 3]) / 4;
            for (int c = 0; c < 4; c++) {
                gradients[i + c] = (float) (gradients[i + c] - mean);
            }
        }
    }
}
