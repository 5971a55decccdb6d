package org.expomotif.scan.site;

import java.util.SortedMap;
import java.util.TreeMap;
import org.expomotif.scan.kernel.SliceHits;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * Counts the hits of one matrix, on each strand that is scanned, for their q-values. Sums take finitely many values, so
 * counts of sums represent all p-values: the result is exact, needs little memory, and depends neither on the order of
 * matrices nor on the number of threads.
 */
final class QValues {
    private final ScanMatrix matrix;
    private final long[][] hitsBySum;

    QValues(ScanMatrix matrix) {
        this.matrix = matrix;
        this.hitsBySum = new long[matrix.minus().isPresent() ? 2 : 1][];
        for (int s = 0; s < hitsBySum.length; s++) {
            StrandMatrix strand = matrix.strand(s == 1);
            hitsBySum[s] = new long[Math.max(0, strand.matrix().bestSum() - strand.minimumSum() + 1)];
        }
    }

    /**
     * Adds the hits of the matrix in a slice.
     *
     * @param number index of the matrix in {@code hits}
     */
    void add(SliceHits hits, int number) {
        for (int hit = hits.from(number); hit < hits.to(number); hit++) {
            int strand = hits.minus(hit) ? 1 : 0;
            hitsBySum[strand][hits.sum(hit) - matrix.strand(strand == 1).minimumSum()]++;
        }
    }

    /**
     * The counts of all hits added.
     *
     * @param windowsByLevel number of windows by the number of levels that their p-value reaches
     */
    HitCounts counts(long[] windowsByLevel) {
        SortedMap<Integer, HitCounts.Hits> hits = new TreeMap<>();
        for (int s = 0; s < hitsBySum.length; s++) {
            int minimumSum = matrix.strand(s == 1).minimumSum();
            for (int above = 0; above < hitsBySum[s].length; above++) {
                if (hitsBySum[s][above] > 0) {
                    int sum = minimumSum + above;
                    hits.put(s == 1 ? ~sum : sum, new HitCounts.Hits(pValue(s, above), hitsBySum[s][above]));
                }
            }
        }
        return new HitCounts(windowsByLevel, hits);
    }

    private double pValue(int strand, int above) {
        StrandMatrix along = matrix.strand(strand == 1);
        return along.distribution().pValue(along.minimumSum() + above);
    }
}
