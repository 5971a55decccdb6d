package org.expomotif.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;

/**
 * Integrated gradients averaged over references and over points of the paths at the same time (expected gradients,
 * Erion and others, 2021): each gradient is taken at a random point of the path from one of many references. Scores are
 * {@link Contributions}.
 *
 * <p>The points are stratified: point k of n lies at a random fraction of its path between k / n and (k + 1) / n. When
 * there are fewer references than points, the points cycle through the references.
 *
 * @param references what the sequences are compared with
 * @param points gradients per sequence
 * @param seed seed of the fractions
 */
public record ExpectedIntegratedGradients(References references, int points, long seed) implements AttributionMethod {
    /** Default number of points per sequence. */
    public static final int DEFAULT_POINTS = 100;

    /** Separates these random numbers from those of the references. */
    private static final long FRACTION_SEED = 0x506C61636573L;

    /** Rejects fewer points than references. */
    public ExpectedIntegratedGradients {
        if (points < references.count()) {
            throw new IllegalArgumentException(points + " points, " + references.count() + " references");
        }
    }

    @Override
    public List<Attribution> explain(TargetOutput target, List<DnaSequence> sequences) {
        return Contributions.explain(target, sequences, references, points, batch -> {
            double[][] fractions = batch.sequences().stream()
                    .flatMap(sequence -> Arrays.stream(fractions(sequence)))
                    .toArray(double[][]::new);
            return target.pathGradients(batch, fractions);
        });
    }

    /** The fractions of the path from each reference at which gradients are taken, {@code [reference][point]}. */
    private double[][] fractions(DnaSequence sequence) {
        RandomGenerator generator = References.generator(sequence, seed ^ FRACTION_SEED);
        int count = references.count();
        double[][] fractions = new double[count][];
        for (int r = 0; r < count; r++) {
            fractions[r] = new double[(points - r + count - 1) / count];
        }
        for (int k = 0; k < points; k++) {
            fractions[k % count][k / count] = (k + generator.nextDouble()) / points;
        }
        return fractions;
    }

    @Override
    public Optional<String> gapAdvice() {
        return Optional.of("increase --references");
    }
}
