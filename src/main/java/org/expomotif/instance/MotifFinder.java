package org.expomotif.instance;

import java.util.List;
import org.expomotif.dna.Nucleotide;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * Finds the candidates of one motif: windows whose bases match the motif and whose base scores are high, of one sign.
 *
 * <p>The score of a window is {@code -log10(p1 p2)}. {@code p1} is the p-value of the log-odds sum of its bases, exact
 * for independent letters, as {@code scan} computes it. {@code p2} is the share of windows of the null with at least
 * this weighted sum of base scores, where the weight of a position is the information content of its column. A product
 * of p-values needs no weight for bases against scores (Fisher's method). What the product means is left to the decoys,
 * for the two p-values depend on each other.
 *
 * <p>Only windows with both p-values below their limits, and whose base scores have a sum of the sign, are candidates.
 * A window with an unknown base is not one.
 */
final class MotifFinder {
    private final int motif;
    private final List<StrandMatrix> strands;
    private final List<Projection> projections;
    private final int[][] bestRest;
    private final ContributionTail positive;
    private final ContributionTail negative;

    /**
     * Creates a finder.
     *
     * @param motif the number of the motif
     * @param matrix the scoring matrices; the p-value limit of the bases is their threshold
     * @param weights one weight per position of the plus strand
     * @param shuffled the maps of the null
     * @param maximumP the p-value limit of the weighted sum of base scores
     */
    MotifFinder(int motif, ScanMatrix matrix, float[] weights, List<float[]> shuffled, double maximumP) {
        this.motif = motif;
        this.strands =
                matrix.minus().map(minus -> List.of(matrix.plus(), minus)).orElse(List.of(matrix.plus()));
        Projection plus = new Projection(weights);
        this.projections = strands.size() == 2 ? List.of(plus, plus.reverse()) : List.of(plus);
        this.bestRest =
                strands.stream().map(strand -> bestRest(strand.matrix())).toArray(int[][]::new);
        this.positive = ContributionTail.of(shuffled, projections, 1, maximumP);
        this.negative = ContributionTail.of(shuffled, projections, -1, maximumP);
    }

    /** The maximum sum of the positions from each one on. */
    private static int[] bestRest(IntegerMatrix matrix) {
        int[] best = new int[matrix.width() + 1];
        for (int i = matrix.width() - 1; i >= 0; i--) {
            best[i] = best[i + 1] + matrix.best(i);
        }
        return best;
    }

    /** The log-odds score of a candidate in bits. */
    double bits(Candidate candidate) {
        return strands.getFirst().matrix().score(candidate.sum());
    }

    /**
     * Adds the candidates of a sequence.
     *
     * @param map one score per base
     * @param codes the bases
     * @param sums a buffer of at least as many numbers
     * @param found receives the candidates
     */
    void add(float[] map, byte[] codes, float[] sums, List<Candidate> found) {
        for (int strand = 0; strand < strands.size(); strand++) {
            Projection projection = projections.get(strand);
            int windows = projection.windows(map.length);
            projection.of(map, sums);
            for (int start = 0; start < windows; start++) {
                float sum = sums[start];
                if (sum > 0 ? positive.passes(sum) : negative.passes(-sum)) {
                    add(strand, start, sum, map, codes, found);
                }
            }
        }
    }

    private void add(int strand, int start, float weighted, float[] map, byte[] codes, List<Candidate> found) {
        StrandMatrix matrix = strands.get(strand);
        int width = bestRest[strand].length - 1;
        int sum = sum(strand, codes, start);
        double contribution = contribution(map, start, start + width);
        if (sum >= matrix.minimumSum() && (weighted > 0 ? contribution > 0 : contribution < 0)) {
            double contributionLog = weighted > 0 ? positive.negativeLog(weighted) : negative.negativeLog(-weighted);
            double score =
                    contributionLog - StrictMath.log10(matrix.distribution().pValue(sum));
            found.add(new Candidate(motif, start, width, strand == 1, weighted > 0, sum, score));
        }
    }

    /** The sum of a window, or -1 as soon as it cannot reach the minimum or a base is unknown. */
    private int sum(int strand, byte[] codes, int start) {
        IntegerMatrix cells = strands.get(strand).matrix();
        int minimum = strands.get(strand).minimumSum();
        int[] rest = bestRest[strand];
        int sum = 0;
        for (int i = 0; i < rest.length - 1; i++) {
            byte code = codes[start + i];
            if (code == Nucleotide.UNKNOWN || sum + rest[i] < minimum) {
                return -1;
            }
            sum += cells.cell(i, code);
        }
        return sum;
    }

    /** The sum of the base scores of a window. */
    static double contribution(float[] map, int start, int end) {
        double sum = 0;
        for (int i = start; i < end; i++) {
            sum += map[i];
        }
        return sum;
    }
}
