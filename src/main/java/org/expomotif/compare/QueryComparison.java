package org.expomotif.compare;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.compare.score.Alignments;
import org.expomotif.compare.score.ColumnScorer;
import org.expomotif.compare.score.ComparedMotif;
import org.expomotif.compare.score.CompleteScores;
import org.expomotif.compare.score.ExactScores;
import org.expomotif.compare.score.IncompleteScores;
import org.expomotif.compare.score.QueryScores;
import org.expomotif.compare.score.TargetSet;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.stats.NullProportion;

/** Compares queries with all targets, one after another. Not thread-safe. */
final class QueryComparison {
    private final TargetSet targets;
    private final ColumnScorer scorer;
    private final TomtomOptions options;
    private final Cutoff cutoff;
    private final QueryScores.Workspace workspace = new QueryScores.Workspace();
    private final CompleteScores complete;
    private final IncompleteScores incomplete;
    private final ExactScores exact;

    QueryComparison(TargetSet targets, ColumnScorer scorer, TomtomOptions options, Cutoff cutoff) {
        this.targets = targets;
        this.scorer = scorer;
        this.options = options;
        this.cutoff = cutoff;
        complete = new CompleteScores(targets, options);
        incomplete = new IncompleteScores(targets, options);
        exact = new ExactScores(targets, scorer, options);
    }

    /**
     * Compares a query with all targets.
     *
     * @param draws {@link NullProportion#DRAWS} indices of p-values
     */
    QueryMatches run(ComparedMotif query, int[] draws) {
        if (options.exact()) {
            return matches(query, exact.align(query), draws, false);
        }
        QueryScores scores = new QueryScores(query, targets, scorer, options, workspace);
        return matches(query, align(scores), draws, scores.scaleExceeded());
    }

    /** The p-value of the best match of a query, as {@link #run} reports it. */
    double lowestPValue(ComparedMotif query) {
        Alignments alignments = options.exact()
                ? exact.align(query)
                : align(new QueryScores(query, targets, scorer, options, workspace));
        double lowest = 1;
        for (double p : alignments.pValues()) {
            lowest = Math.min(lowest, p);
        }
        return options.complete() ? Ranking.rounded(lowest) : lowest;
    }

    private Alignments align(QueryScores scores) {
        return options.complete() ? complete.align(scores) : incomplete.align(scores);
    }

    private QueryMatches matches(ComparedMotif query, Alignments alignments, int[] draws, boolean scaleExceeded) {
        Ranking ranking = Ranking.of(alignments, options.complete(), targets, draws);
        return new QueryMatches(query.id(), matches(query, alignments, ranking), scaleExceeded);
    }

    /**
     * The better orientation of each target that meets the cutoff, best first; p, E and q never decrease along the
     * list.
     */
    private List<MotifMatch> matches(ComparedMotif query, Alignments alignments, Ranking ranking) {
        boolean[] listed = new boolean[targets.count()];
        List<MotifMatch> matches = new ArrayList<>();
        for (int i = 0; i < ranking.order().length; i++) {
            int t = ranking.order()[i];
            double p = ranking.pValues()[i];
            double e = Ranking.rounded(p * targets.count());
            double q = ranking.qValues()[i];
            if (!cutoff.keeps(p, e, q)) {
                break;
            }
            if (!listed[targets.targetOf(t)]) {
                matches.add(match(query, t, alignments, p, e, q));
            }
            listed[targets.targetOf(t)] = true;
        }
        return matches;
    }

    private MotifMatch match(ComparedMotif query, int t, Alignments alignments, double p, double e, double q) {
        ComparedMotif target = targets.get(t);
        return new MotifMatch(
                query.id(),
                target.id(),
                alignments.offsets()[t],
                p,
                e,
                Ranking.rounded(q),
                alignments.overlaps()[t],
                query.consensus(),
                target.consensus(),
                targets.orientation(t));
    }
}
