package org.expomotif.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;

/**
 * All motifs compared with one another.
 *
 * @param logP log10 of p of query i with target j, at most 0
 * @param offsets target column minus query column
 * @param reversed whether the target aligns reverse complemented
 */
record MotifPairs(double[][] logP, short[][] offsets, boolean[][] reversed) {
    /** Compares motifs whose identifiers differ. */
    static MotifPairs of(MotifSet motifs, TomtomOptions options, int threads, Progress progress) {
        int n = motifs.motifs().size();
        Map<String, Integer> place = new HashMap<>();
        for (Motif motif : motifs.motifs()) {
            place.put(motif.id(), place.size());
        }
        MotifPairs pairs = new MotifPairs(new double[n][n], new short[n][n], new boolean[n][n]);
        new Tomtom(options, Cutoff.NONE, progress)
                .compare(motifs, List.of(motifs), threads, query -> true, (matches, i) -> {
                    for (MotifMatch match : matches.matches()) {
                        int j = place.getOrDefault(match.target(), -1);
                        pairs.logP[i][j] = Math.log10(Math.max(match.pValue(), Double.MIN_VALUE));
                        pairs.offsets[i][j] = (short) match.offset();
                        pairs.reversed[i][j] = match.orientation() == '-';
                    }
                });
        return pairs;
    }

    /** log10 of the greater of the two p-values of a pair: how well they match mutually. */
    double mutual(int i, int j) {
        return Math.max(logP[i][j], logP[j][i]);
    }
}
