package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.OneHot;

/**
 * Gradients averaged over inputs with Gaussian noise (Smilkov and others, 2017). Scores are the mean gradient in all
 * four channels. The base score is mean gradient x input.
 *
 * @param samples noisy inputs per sequence
 * @param noise standard deviation of the noise on the one-hot input
 * @param seed seed of the noise
 * @param corrected whether the mean over the four channels is removed ({@link GradientCorrection})
 */
public record SmoothGrad(int samples, double noise, long seed, boolean corrected) implements AttributionMethod {
    /** Default number of samples. */
    public static final int DEFAULT_SAMPLES = 50;
    /** Default standard deviation of the noise. */
    public static final double DEFAULT_NOISE = 0.15;

    /** Rejects fewer samples than 1 and negative noise. */
    public SmoothGrad {
        if (samples < 1 || !(noise >= 0)) {
            throw new IllegalArgumentException(samples + " samples, noise " + noise);
        }
    }

    @Override
    public List<Attribution> explain(TargetOutput target, List<DnaSequence> sequences) {
        float[][] inputs =
                sequences.stream().map(sequence -> OneHot.of(sequence.codes())).toArray(float[][]::new);
        RandomGenerator[] generators = sequences.stream()
                .map(sequence -> References.generator(sequence, seed))
                .toArray(RandomGenerator[]::new);
        double[][] sums = new double[inputs.length][4 * target.length()];
        target.gradients(
                samples * inputs.length,
                (row, input, offset) -> {
                    float[] clean = inputs[row / samples];
                    for (int i = 0; i < clean.length; i++) {
                        input[offset + i] = (float) (clean[i] + noise * generators[row / samples].nextGaussian());
                    }
                },
                (row, gradients, offset) -> {
                    double[] sum = sums[row / samples];
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += gradients[offset + i];
                    }
                });
        float[] outputs = target.values(
                inputs.length,
                (row, input, offset) -> System.arraycopy(inputs[row], 0, input, offset, inputs[row].length));
        List<Attribution> explanations = new ArrayList<>(inputs.length);
        for (int s = 0; s < inputs.length; s++) {
            float[] mean = new float[sums[s].length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (float) (sums[s][i] / samples);
            }
            explanations.add(Saliency.explanation(sequences.get(s), mean, outputs[s], corrected));
        }
        return explanations;
    }
}
