package org.expomotif.instance;

import java.util.List;
import org.expomotif.dna.Nucleotide;
import org.expomotif.motif.Background;

/**
 * Attribution maps with the bases that they score.
 *
 * @param maps one score per base, for each sequence
 * @param codes the bases of each sequence, as codes of {@link Nucleotide}; of the same lengths as the maps
 */
public record ScoredMaps(List<float[]> maps, List<byte[]> codes) {
    /** Number of sequences. */
    public int size() {
        return maps.size();
    }

    /** The letter frequencies of the known bases; uniform if there are none. */
    public Background background() {
        long[] counts = new long[5];
        for (byte[] sequence : codes) {
            for (byte code : sequence) {
                counts[code]++;
            }
        }
        double known = counts[0] + counts[1] + counts[2] + counts[3];
        return known == 0
                ? Background.UNIFORM
                : new Background(counts[0] / known, counts[1] / known, counts[2] / known, counts[3] / known);
    }
}
