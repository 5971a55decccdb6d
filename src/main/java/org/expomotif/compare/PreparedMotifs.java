package org.expomotif.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/**
 * Queries and targets made ready for a comparison.
 *
 * @param queries in the order of their file, of a repeated identifier the first
 * @param targets laid out for arithmetic
 * @param background letter frequencies that columns are scored with
 */
record PreparedMotifs(List<ComparedMotif> queries, TargetSet targets, double[] background) {
    private static final int FEW_TARGETS = 50;

    /** Diagonals have room for so many columns in query and target together; Tomtom itself refuses 101 in a query. */
    private static final int MOST_COLUMNS = 500;

    static PreparedMotifs of(MotifSet queries, List<MotifSet> targetFiles, TomtomOptions options, Progress progress) {
        Background background = options.background().or(queries::background).orElse(Background.UNIFORM);
        double[] once = ComparedMotif.smoothed(background);
        double[] twice = options.background().isPresent() ? once : ComparedMotif.smoothed(once);
        List<ComparedMotif> prepared = prepare(queries.motifs(), once, options, progress);
        List<List<ComparedMotif>> files = targetFiles.stream()
                .map(file -> prepare(file.motifs(), twice, options, progress))
                .toList();
        if (prepared.isEmpty() || files.stream().allMatch(List::isEmpty)) {
            throw new UserException(prepared.isEmpty() ? "there is no query motif" : "there is no target motif")
                    .remedy("give a motif file that holds one");
        }
        boolean bothStrands = options.bothStrands() && queries.alphabet().hasTwoStrands();
        TargetSet targets = new TargetSet(files, bothStrands);
        if (targets.orientedCount() > NullProportion.MOST) {
            throw new UserException("there are too many targets")
                    .expected("at most " + NullProportion.MOST / 2)
                    .found(targets.count() + "")
                    .remedy("split the database");
        }
        if (targets.count() < FEW_TARGETS) {
            progress.warn("only " + targets.count() + (targets.count() == 1 ? " target" : " targets")
                    + ": p-values come from their columns and are inaccurate below " + FEW_TARGETS + " targets");
        }
        return new PreparedMotifs(
                prepared, targets, options.background().map(Background::toArray).orElse(once));
    }

    private static List<ComparedMotif> prepare(
            List<Motif> motifs, double[] background, TomtomOptions options, Progress progress) {
        Set<String> seen = new HashSet<>();
        List<ComparedMotif> prepared = new ArrayList<>();
        for (Motif motif : motifs) {
            if (!seen.add(motif.id())) {
                progress.warn("motif " + motif.id() + " occurs more than once in its file; the first is used");
                continue;
            }
            ComparedMotif ready = ComparedMotif.of(motif, options.pseudocount(), background);
            check(ready, options);
            if (options.distance() == ColumnDistance.ALLR && ready.hasZero()) {
                progress.warn("motif " + motif.id() + " has a frequency of 0, which allr cannot compare: left out");
            } else {
                prepared.add(ready);
            }
        }
        return prepared;
    }

    private static void check(ComparedMotif motif, TomtomOptions options) {
        ColumnDistance distance = options.distance();
        int most = Math.min(MOST_COLUMNS, Diagonals.GREATEST_SUM / options.bins());
        if (motif.width() > most) {
            throw new UserException("the motif is too wide to compare")
                    .atRecord("motif " + motif.id())
                    .expected("at most " + most + " columns")
                    .found(motif.width() + "")
                    .remedy("clip it to its informative columns");
        }
        if (distance.needsSites() && !(motif.sites() > 0)) {
            throw new UserException("distance " + distance + " needs the number of sites, which the motif does not say")
                    .atRecord("motif " + motif.id())
                    .remedy("write nsites= in its header, or take a distance of frequencies such as ed");
        }
        if (distance == ColumnDistance.KULLBACK && motif.hasZero()) {
            throw new UserException("distance kullback is infinite where a frequency is 0")
                    .atRecord("motif " + motif.id())
                    .remedy("take a pseudocount above 0");
        }
    }
}
