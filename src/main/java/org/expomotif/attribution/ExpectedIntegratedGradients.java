package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;

/**
 * Integrated gradients averaged over references and ways at once (expected gradients: Erion and others, 2021): one
 * gradient at a random point of the way from each of many references, as {@link Contributions}.
 *
 * <p>The places along the ways are stratified: point k of n lies at a random place between k / n and (k + 1) / n. When
 * there are fewer references than points they are taken in turn.
 *
 * @param references what the sequences are compared with
 * @param points gradients a sequence
 * @param seed seed of the places
 */
public record ExpectedIntegratedGradients(References references, int points, long seed) implements AttributionMethod {
    /** Points a sequence when nothing is said. */
    public static final int DEFAULT_POINTS = 100;

    private static final long PLACES = 0x506C61636573L;

    /** Refuses fewer points than references. */
    public ExpectedIntegratedGradients {
        if (points < references.count()) {
            throw new IllegalArgumentException(points + " points, " + references.count() + " references");
        }
    }

    @Override
    public List<Explanation> explain(ExplainedOutput target, List<DnaSequence> sequences) {
        List<Explanation> explanations = new ArrayList<>(sequences.size());
        target.wayGradients(
                sequences,
                references,
                this::places,
                (sequence, drawn, sums) -> explanations.add(Contributions.explain(sequence, drawn, sums, points)));
        return explanations;
    }

    /** The places on the way from each reference. */
    private double[][] places(DnaSequence sequence) {
        RandomGenerator generator = References.generator(sequence, seed ^ PLACES);
        int count = references.count();
        double[][] places = new double[count][];
        for (int r = 0; r < count; r++) {
            places[r] = new double[(points - r + count - 1) / count];
        }
        for (int k = 0; k < points; k++) {
            places[k % count][k / count] = (k + generator.nextDouble()) / points;
        }
        return places;
    }

    @Override
    public Optional<String> gapAdvice() {
        return Optional.of("give more --references");
    }
}
