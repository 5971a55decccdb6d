package org.expomotif.compare.score;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the best alignments and their p-values by the definitions of {@link CompleteScores} and
 * {@link IncompleteScores} on scores without bins. This is feasible for small problems, and measures the error that
 * bins cause.
 */
public final class ExactScores {
    private final TargetSet targets;
    private final ColumnScorer scorer;
    private final TomtomOptions options;

    public ExactScores(TargetSet targets, ColumnScorer scorer, TomtomOptions options) {
        this.targets = targets;
        this.scorer = scorer;
        this.options = options;
    }

    public Alignments align(ComparedMotif query) {
        UnroundedColumns scores = UnroundedColumns.of(query, targets, scorer, options.complete());
        ExactNulls nulls = new ExactNulls(query.id(), scores);
        Alignments alignments = Alignments.ofSize(targets.orientedCount());
        for (TargetSet.Group group : targets.groups()) {
            int[] offsets = Diagonals.offsets(query.width(), group.width(), options);
            Map<Long, Double> known = new HashMap<>();
            for (int k = 0; k < group.size(); k++) {
                if (options.complete()) {
                    complete(scores, nulls, group, k, offsets, known, alignments);
                } else {
                    incomplete(scores, nulls, group, k, offsets, alignments);
                }
            }
        }
        return alignments;
    }

    /** The highest sum wins; its p-value takes all offsets into account, allowed or not. */
    private void complete(
            UnroundedColumns scores,
            ExactNulls nulls,
            TargetSet.Group group,
            int member,
            int[] offsets,
            Map<Long, Double> known,
            Alignments alignments) {
        int best = offsets[0];
        for (int d : offsets) {
            if (sum(scores, group, member, d) > sum(scores, group, member, best)) {
                best = d;
            }
        }
        long score = sum(scores, group, member, best);
        double p = known.computeIfAbsent(score, bound -> {
            double none = 0;
            double tail = 0;
            for (int d = 1 - scores.width(); d < group.width(); d++) {
                boolean whole = d > 0 && to(scores, group, d) == scores.width();
                tail = whole ? tail : nulls.tail(from(d), to(scores, group, d), bound);
                for (int s = 0; s < targets.strands(); s++) {
                    none += tail * (1 - none);
                }
            }
            return none;
        });
        put(scores, group, member, best, p, alignments);
    }

    /** The offset with the minimum p-value wins. */
    private void incomplete(
            UnroundedColumns scores,
            ExactNulls nulls,
            TargetSet.Group group,
            int member,
            int[] offsets,
            Alignments alignments) {
        double minimum = Double.POSITIVE_INFINITY;
        int best = offsets[0];
        for (int d : offsets) {
            double p = nulls.tail(from(d), to(scores, group, d), sum(scores, group, member, d));
            if (p < minimum) {
                minimum = p;
                best = d;
            }
        }
        double p = IncompleteScores.ofMinimum(minimum, offsets.length * targets.strands());
        put(scores, group, member, best, p, alignments);
    }

    private static void put(
            UnroundedColumns scores, TargetSet.Group group, int member, int offset, double p, Alignments alignments) {
        int t = group.members()[member];
        alignments.offsets()[t] = offset;
        alignments.overlaps()[t] = to(scores, group, offset) - from(offset);
        alignments.pValues()[t] = p;
    }

    private static long sum(UnroundedColumns scores, TargetSet.Group group, int member, int offset) {
        long sum = 0;
        for (int i = from(offset); i < to(scores, group, offset); i++) {
            sum += scores.values()[i][group.start() + (i + offset) * group.size() + member];
        }
        return sum;
    }

    private static int from(int offset) {
        return Diagonals.firstAligned(offset);
    }

    private static int to(UnroundedColumns scores, TargetSet.Group group, int offset) {
        return Math.min(scores.width(), group.width() - offset);
    }
}
