package org.expomotif.compare.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;

/**
 * The matches of all pairs of motifs.
 *
 * @param logP log10 of the p-value of query i with target j, at most 0
 * @param offsets target column minus query column
 * @param reversed whether the reverse complement of the target is aligned
 */
record MotifPairs(double[][] logP, short[][] offsets, boolean[][] reversed) {
    /** Compares motifs with distinct identifiers. */
    static MotifPairs of(MotifSet motifs, TomtomOptions options, int threads, Progress progress) {
        int n = motifs.motifs().size();
        Map<String, Integer> index = new HashMap<>();
        for (Motif motif : motifs.motifs()) {
            index.put(motif.id(), index.size());
        }
        MotifPairs pairs = new MotifPairs(new double[n][n], new short[n][n], new boolean[n][n]);
        new Tomtom(options, Cutoff.NONE, progress)
                .compare(motifs, List.of(motifs), threads, query -> true, (matches, i) -> {
                    for (MotifMatch match : matches.matches()) {
                        int j = index.getOrDefault(match.target(), -1);
                        pairs.logP[i][j] = Math.log10(Math.max(match.pValue(), Double.MIN_VALUE));
                        pairs.offsets[i][j] = (short) match.offset();
                        pairs.reversed[i][j] = match.orientation() == '-';
                    }
                });
        return pairs;
    }

    /** log10 of the higher of the two p-values of a pair. */
    double mutual(int i, int j) {
        return Math.max(logP[i][j], logP[j][i]);
    }
}
