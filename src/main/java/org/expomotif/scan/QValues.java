package org.expomotif.scan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.expomotif.dna.Nucleotide;

/**
 * q-values of one matrix's hits among all windows looked at, each strand counted. Sums take finitely many values, so
 * counts of sums stand for all p-values: the result is exact, in little memory, and depends on neither the order of
 * matrices nor the number of threads.
 *
 * <p>{@code q = min over p' >= p of min(1, pi0 p' N / #{hits with p-value at most p'})} (Storey, J. R. Stat. Soc. B 64,
 * 479-498, 2002), the minimum over the hits. As in FIMO, {@code z(l) = #{p >= l} / ((1 - l) N)} at {@code l = 0.005,
 * 0.010, ..., 0.5}, {@code z0} is the least of them, and {@code pi0 = z(l)} at the first {@code l} whose bootstrap mean
 * of {@code (z - z0)^2} is least. FIMO draws 100 bootstraps of 1,000 from a sample of 10,000 p-values; here the
 * expectation itself is taken: {@code (z(l) - z0)^2 + P (1 - P) / (1000 (1 - l)^2)}, {@code P = #{p >= l} / N}.
 */
final class QValues {
    private static final int LEVELS = 100;
    private static final int BOOTSTRAP = 1000;
    private static final int TOO_FEW = 100;

    private final ScanMatrix matrix;
    private final List<byte[]> levels;
    private final long[] windowsByLevel = new long[LEVELS + 1];
    private final long[][] hitsBySum;

    QValues(ScanMatrix matrix, ScanBackground background) {
        this.matrix = matrix;
        List<StrandMatrix> strands =
                Stream.concat(Stream.of(matrix.plus()), matrix.minus().stream()).toList();
        this.levels = strands.stream().map(strand -> levels(strand, background)).toList();
        this.hitsBySum = new long[strands.size()][];
        for (int s = 0; s < hitsBySum.length; s++) {
            StrandMatrix strand = strands.get(s);
            hitsBySum[s] = new long[Math.max(0, strand.matrix().bestSum() - strand.leastSum() + 1)];
        }
    }

    /** For every sum, how many of the levels l its p-value reaches. */
    private static byte[] levels(StrandMatrix strand, ScanBackground background) {
        ScoreDistribution all = ScoreDistribution.of(strand.matrix(), background);
        byte[] reached = new byte[strand.matrix().bestSum() + 1];
        for (int sum = 0; sum < reached.length; sum++) {
            int count = 0;
            while (count < LEVELS && all.pValue(sum) >= level(count + 1)) {
                count++;
            }
            reached[sum] = (byte) count;
        }
        return reached;
    }

    private static double level(int number) {
        return number / 100.0 * 0.5;
    }

    /** Counts of the windows of a slice by level; any thread may ask. */
    long[] count(SliceCodes slice, int windows) {
        long[] counts = new long[LEVELS + 1];
        byte[] codes = slice.bases();
        for (int s = 0; s < levels.size(); s++) {
            IntegerMatrix cells = matrix.strand(s == 1).matrix();
            byte[] reached = levels.get(s);
            for (int start = 0; start < windows; start++) {
                int sum = sum(cells, codes, start);
                if (sum >= 0) {
                    counts[reached[sum]]++;
                }
            }
        }
        return counts;
    }

    private static int sum(IntegerMatrix cells, byte[] codes, int start) {
        int sum = 0;
        for (int i = 0; i < cells.width(); i++) {
            byte code = codes[start + i];
            if (code == Nucleotide.UNKNOWN) {
                return -1;
            }
            sum += cells.cell(i, code);
        }
        return sum;
    }

    /** Adds the counts of a slice, and the hits of the matrix, which has this number there. */
    void add(long[] counts, SliceHits hits, int number) {
        for (int i = 0; i < counts.length; i++) {
            windowsByLevel[i] += counts[i];
        }
        for (int hit = hits.from(number); hit < hits.to(number); hit++) {
            int strand = hits.minus(hit) ? 1 : 0;
            hitsBySum[strand][hits.sum(hit) - matrix.strand(strand == 1).leastSum()]++;
        }
    }

    /** The share of windows that follow the null. */
    double nullShare() {
        double n = Arrays.stream(windowsByLevel).sum();
        if (n <= TOO_FEW) {
            return 1;
        }
        double[] z = new double[LEVELS + 1];
        double[] variance = new double[LEVELS + 1];
        double least = Double.POSITIVE_INFINITY;
        double above = 0;
        for (int i = LEVELS; i > 0; i--) {
            above += windowsByLevel[i];
            double share = above / n;
            z[i] = above == 0 ? Double.POSITIVE_INFINITY : share / (1 - level(i));
            variance[i] = share * (1 - share) / (BOOTSTRAP * (1 - level(i)) * (1 - level(i)));
            least = Math.min(least, z[i]);
        }
        double best = 1;
        double leastError = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= LEVELS; i++) {
            double error = (z[i] - least) * (z[i] - least) + variance[i];
            if (error < leastError) {
                leastError = error;
                best = z[i];
            }
        }
        return Math.clamp(best, 0, 1);
    }

    /** The q-values by strand (plus, minus) and by sum above the strand's least; sums without a hit have none. */
    double[][] values() {
        record Step(int strand, int above, double pValue, long hits) {}
        List<Step> steps = IntStream.range(0, hitsBySum.length)
                .boxed()
                .flatMap(s -> IntStream.range(0, hitsBySum[s].length)
                        .filter(above -> hitsBySum[s][above] > 0)
                        .mapToObj(above -> new Step(s, above, pValue(s, above), hitsBySum[s][above])))
                .sorted(Comparator.comparingDouble(Step::pValue))
                .toList();
        double scale = nullShare() * Arrays.stream(windowsByLevel).sum();
        double[][] values = new double[hitsBySum.length][];
        Arrays.setAll(values, s -> new double[hitsBySum[s].length]);
        long rank = steps.stream().mapToLong(Step::hits).sum();
        double q = 1;
        for (Step step : steps.reversed()) {
            q = Math.min(q, step.pValue * scale / rank);
            values[step.strand][step.above] = q;
            rank -= step.hits;
        }
        return values;
    }

    private double pValue(int strand, int above) {
        StrandMatrix along = matrix.strand(strand == 1);
        return along.distribution().pValue(along.leastSum() + above);
    }
}
