package org.expomotif.compare;

import java.util.ArrayList;
import java.util.List;

/** Compares one query after another with all targets; each thread has its own. */
final class QueryComparison {
    private final TargetSet targets;
    private final ColumnScorer scorer;
    private final TomtomOptions options;
    private final Cutoff cutoff;
    private final QueryScores.Workspace workspace = new QueryScores.Workspace();
    private final CompleteScores complete;
    private final IncompleteScores incomplete;

    QueryComparison(TargetSet targets, ColumnScorer scorer, TomtomOptions options, Cutoff cutoff) {
        this.targets = targets;
        this.scorer = scorer;
        this.options = options;
        this.cutoff = cutoff;
        complete = new CompleteScores(targets, options);
        incomplete = new IncompleteScores(targets, options);
    }

    QueryMatches run(ComparedMotif query, MersenneTwister random) {
        QueryScores scores = new QueryScores(query, targets, scorer, options, workspace);
        Alignments alignments = options.complete() ? complete.align(scores) : incomplete.align(scores);
        Ranking ranking = Ranking.of(alignments, options.complete(), targets, random);
        return new QueryMatches(query.id(), matches(query, alignments, ranking), scores.overflown());
    }

    /** The first, better entry of each target, where the cutoff keeps it. */
    private List<MotifMatch> matches(ComparedMotif query, Alignments alignments, Ranking ranking) {
        boolean[] listed = new boolean[targets.count()];
        List<MotifMatch> matches = new ArrayList<>();
        for (int i = 0; i < ranking.order().length; i++) {
            int t = ranking.order()[i];
            double p = ranking.pValues()[i];
            double e = Ranking.rounded(p * targets.count());
            double q = ranking.qValues()[i];
            if (!listed[targets.targetOf(t)] && cutoff.keeps(p, e, q)) {
                ComparedMotif target = targets.get(t);
                matches.add(new MotifMatch(
                        query.id(),
                        target.id(),
                        alignments.offsets()[t],
                        p,
                        e,
                        Ranking.rounded(q),
                        alignments.overlaps()[t],
                        query.consensus(),
                        target.consensus(),
                        targets.orientation(t)));
            }
            listed[targets.targetOf(t)] = true;
        }
        return matches;
    }
}
