package org.expomotif.scan.site;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.expomotif.scan.kernel.GroupedSums;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.kernel.SliceHits;
import org.expomotif.scan.matrix.ScanBackground;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScoreDistribution;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * Counts the windows and hits of one matrix, on each strand that is scanned, for the q-values of the hits. Sums take
 * finitely many values, so counts of sums represent all p-values: the result is exact, needs little memory, and depends
 * neither on the order of matrices nor on the number of threads.
 */
public final class QValues {
    private static final int LEVELS = HitCounts.LEVELS;

    private final ScanMatrix matrix;
    private final List<GroupedSums> sums;
    private final List<byte[]> levels;
    private final long[] windowsByLevel = new long[LEVELS + 1];
    private final long[][] hitsBySum;

    public QValues(ScanMatrix matrix, ScanBackground background) {
        this.matrix = matrix;
        List<StrandMatrix> strands =
                Stream.concat(Stream.of(matrix.plus()), matrix.minus().stream()).toList();
        this.sums =
                strands.stream().map(strand -> new GroupedSums(strand.matrix())).toList();
        this.levels = strands.stream().map(strand -> levels(strand, background)).toList();
        this.hitsBySum = new long[strands.size()][];
        for (int s = 0; s < hitsBySum.length; s++) {
            StrandMatrix strand = strands.get(s);
            hitsBySum[s] = new long[Math.max(0, strand.matrix().bestSum() - strand.minimumSum() + 1)];
        }
    }

    /** For every sum, the number of levels ({@link HitCounts#level}) that its p-value reaches. */
    private static byte[] levels(StrandMatrix strand, ScanBackground background) {
        ScoreDistribution all = ScoreDistribution.of(strand.matrix(), background);
        byte[] reached = new byte[strand.matrix().bestSum() + 1];
        for (int sum = 0; sum < reached.length; sum++) {
            int count = 0;
            while (count < LEVELS && all.pValue(sum) >= HitCounts.level(count + 1)) {
                count++;
            }
            reached[sum] = (byte) count;
        }
        return reached;
    }

    /** Counts the windows of a slice by level. Thread-safe. */
    public long[] count(SliceCodes slice, int windows) {
        int[] counts = new int[LEVELS + 1];
        for (int from = slice.nextKnown(0); from < windows; ) {
            int to = slice.nextUnknown(from);
            int end = Math.min(windows, to - matrix.width() + 1);
            for (int s = 0; s < levels.size(); s++) {
                count(sums.get(s), levels.get(s), slice.fives(), from, end, counts);
            }
            from = slice.nextKnown(to);
        }
        return Arrays.stream(counts).asLongStream().toArray();
    }

    private static void count(GroupedSums sums, byte[] reached, short[] fives, int from, int to, int[] counts) {
        for (int start = from; start < to; start++) {
            counts[reached[sums.sum(fives, start)]]++;
        }
    }

    /**
     * Adds the counts of a slice and the hits of the matrix in it.
     *
     * @param number index of the matrix in {@code hits}
     */
    public void add(long[] counts, SliceHits hits, int number) {
        for (int i = 0; i < counts.length; i++) {
            windowsByLevel[i] += counts[i];
        }
        for (int hit = hits.from(number); hit < hits.to(number); hit++) {
            int strand = hits.minus(hit) ? 1 : 0;
            hitsBySum[strand][hits.sum(hit) - matrix.strand(strand == 1).minimumSum()]++;
        }
    }

    /** The counts of all slices added. */
    public HitCounts counts() {
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
