package org.expomotif.discover;

import java.util.List;
import org.expomotif.motif.Motif;

/**
 * A motif that a network uses.
 *
 * @param id {@code positive_1}, {@code negative_1} and so on, by sign and descending number of seqlets
 * @param positive the sign of its seqlets
 * @param seqlets its seqlets, in the order of the sequences
 * @param matrices its matrices, trimmed
 * @param decoys number of spans of the null that are as similar to the seqlets as they are to each other
 * @param eValue expected number of motifs so large and so coherent by chance; see {@link SeqletGroup}
 */
public record DiscoveredMotif(
        String id, boolean positive, List<SeqletPlace> seqlets, MotifMatrices matrices, int decoys, double eValue) {
    /** Copies the list. */
    public DiscoveredMotif {
        seqlets = List.copyOf(seqlets);
    }

    /** The frequency matrix. */
    public Motif motif() {
        return new Motif(id, "", matrices.frequencies(), seqlets.size(), "");
    }

    /** Number of sequences with a seqlet. */
    public long sequences() {
        return seqlets.stream()
                .mapToInt(place -> place.seqlet().sequence())
                .distinct()
                .count();
    }

    /** The mean sum of the base scores of a seqlet. */
    public double meanSum() {
        return seqlets.stream()
                .mapToDouble(place -> place.seqlet().span().sum())
                .average()
                .orElse(0);
    }
}
