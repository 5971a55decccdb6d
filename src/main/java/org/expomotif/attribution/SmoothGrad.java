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
        int size = 4 * target.length();
        double[][] sums = new double[sequences.size()][size];
        float[] clean = OneHot.of(sequences.stream().map(DnaSequence::codes).toList());
        RandomGenerator[] generators = sequences.stream()
                .map(sequence -> References.generator(sequence, seed))
                .toArray(RandomGenerator[]::new);
        int all = Math.multiplyExact(samples, sequences.size());
        for (int first = 0; first < all; first += target.batchSize()) {
            int n = Math.min(target.batchSize(), all - first);
            float[] gradients =
                    target.gradients(noisy(clean, generators, first, n), n).values();
            for (int i = 0; i < n; i++) {
                double[] sum = sums[(first + i) / samples];
                for (int j = 0; j < size; j++) {
                    sum[j] += gradients[i * size + j];
                }
            }
        }
        List<Attribution> explanations = new ArrayList<>(sums.length);
        for (List<DnaSequence> batch : target.batches(sequences, 1)) {
            float[] outputs = target.values(batch);
            for (int s = 0; s < batch.size(); s++) {
                float[] mean = mean(sums[explanations.size()]);
                explanations.add(Saliency.explanation(batch.get(s), mean, outputs[s], corrected));
            }
        }
        return explanations;
    }

    /**
     * Noisy inputs {@code first} to {@code first + n - 1}: the samples of the first sequence, then those of the next.
     */
    private float[] noisy(float[] clean, RandomGenerator[] generators, int first, int n) {
        int size = clean.length / generators.length;
        float[] inputs = new float[n * size];
        for (int i = 0; i < n; i++) {
            int sequence = (first + i) / samples;
            for (int j = 0; j < size; j++) {
                inputs[i * size + j] =
                        (float) (clean[sequence * size + j] + noise * generators[sequence].nextGaussian());
            }
        }
        return inputs;
    }

    private float[] mean(double[] sum) {
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / samples);
        }
        return mean;
    }
}
