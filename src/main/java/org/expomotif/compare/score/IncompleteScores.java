package org.expomotif.compare.score;

/**
 * Finds the best alignments by incomplete scores, which ignore query columns outside the overlap. Let p_d be the tail
 * probability of the sum of the scores over the overlap at offset d. The offset with the minimum p_d wins; ties go to
 * the larger overlap, then to the smaller offset.
 *
 * <p>With k the number of allowed offsets times the number of strands, the p-value of the target is {@code k p_d} where
 * that is below 0.001, and {@code 1 - (1 - p_d)^k} elsewhere.
 */
public final class IncompleteScores {
    private static final double SMALL = 0.001;

    private final TargetSet targets;
    private final TomtomOptions options;
    private final Diagonals diagonals = new Diagonals();
    private final DensityConvolution convolution = new DensityConvolution();

    public IncompleteScores(TargetSet targets, TomtomOptions options) {
        this.targets = targets;
        this.options = options;
    }

    public Alignments align(QueryScores query) {
        Alignments alignments = Alignments.ofSize(targets.orientedCount());
        double[][][] tails = tails(query, targets.columnCount());
        for (TargetSet.Group group : targets.groups()) {
            diagonals.sum(query, group);
            int[] offsets = Diagonals.offsets(query.width(), group.width(), options);
            for (int k = 0; k < group.size(); k++) {
                choose(k, group.members()[k], offsets, tails, alignments);
            }
        }
        return alignments;
    }

    private void choose(int member, int target, int[] offsets, double[][][] tails, Alignments alignments) {
        double minimum = Double.POSITIVE_INFINITY;
        int best = offsets[0];
        for (int d : offsets) {
            double p = tails[Diagonals.firstAligned(d)][diagonals.overlap(d) - 1][diagonals.sum(d, member)];
            if (p < minimum) {
                minimum = p;
                best = d;
            }
        }
        alignments.offsets()[target] = best;
        alignments.overlaps()[target] = diagonals.overlap(best);
        alignments.pValues()[target] = ofMinimum(minimum, offsets.length * targets.strands());
    }

    /** The p-value of a target, from the minimum of the p-values of {@code tests} alignments. */
    static double ofMinimum(double minimum, int tests) {
        double all = tests * minimum;
        return all < SMALL ? all : 0.0 - Math.expm1(tests * Math.log1p(-minimum));
    }

    /** P(sum >= s) of consecutive query columns, by the first column, the number of columns minus 1, and s. */
    private double[][][] tails(QueryScores query, int columns) {
        int width = query.width();
        double[][][] tails = new double[width][][];
        for (int a = 0; a < width; a++) {
            tails[a] = new double[width - a][];
            ScoreDensity density = ScoreDensity.ZERO;
            for (int b = a; b < width; b++) {
                density = convolution.sum(density, ScoreDensity.of(query.histogram(b), columns));
                tails[a][b - a] = density.tails();
            }
        }
        return tails;
    }
}
