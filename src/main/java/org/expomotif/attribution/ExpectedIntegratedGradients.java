package org.expomotif.attribution;

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
        double[][] places = sequences.stream().map(this::places).toArray(double[][]::new);
        return new Ways(target, sequences, references)
                .explain(points, (way, point) -> new Ways.Point(point % references.count(), places[way][point]));
    }

    private double[] places(DnaSequence sequence) {
        RandomGenerator generator = References.generator(sequence, seed ^ PLACES);
        double[] places = new double[points];
        for (int k = 0; k < points; k++) {
            places[k] = (k + generator.nextDouble()) / points;
        }
        return places;
    }

    @Override
    public Optional<String> gapAdvice() {
        return Optional.of("give more --references");
    }
}
