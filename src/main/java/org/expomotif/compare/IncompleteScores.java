package org.expomotif.compare;

/**
 * The best alignments by incomplete scores, where query columns outside the overlap count for nothing: the offset of
 * least p_d = P(sum of the scores over the overlap) wins; of equals the larger overlap, then the smaller offset.
 *
 * <p>With k the offsets allowed times the strands, the p-value of the target is {@code k p_d} where that is below
 * 0.001, and {@code 1 - (1 - p_d)^k} elsewhere.
 */
final class IncompleteScores {
    private static final double SMALL = 0.001;

    private final TargetSet targets;
    private final TomtomOptions options;
    private final Diagonals diagonals = new Diagonals();
    private final Convolution convolution = new Convolution();

    IncompleteScores(TargetSet targets, TomtomOptions options) {
        this.targets = targets;
        this.options = options;
    }

    Alignments align(QueryScores query) {
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
        double least = Double.POSITIVE_INFINITY;
        int best = offsets[0];
        for (int d : offsets) {
            double p = tails[Diagonals.firstAligned(d)][diagonals.overlap(d) - 1][diagonals.sum(d, member)];
            if (p < least) {
                least = p;
                best = d;
            }
        }
        alignments.offsets()[target] = best;
        alignments.overlaps()[target] = diagonals.overlap(best);
        alignments.pValues()[target] = ofAll(least, offsets.length * targets.strands());
    }

    /** The p-value of a target, from the least of so many tries. */
    static double ofAll(double least, int tries) {
        double all = tries * least;
        return all < SMALL ? all : 0.0 - Math.expm1(tries * Math.log1p(-least));
    }

    /** P(sum >= s) of the query columns from a on, by a, their number less one, and s. */
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
