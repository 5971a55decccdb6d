package org.expomotif.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.expomotif.compare.score.ColumnDistance;
import org.expomotif.compare.score.ComparedMotif;
import org.expomotif.compare.score.Diagonals;
import org.expomotif.compare.score.TargetSet;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.stats.NullProportion;

/**
 * Queries and targets prepared for a comparison.
 *
 * @param queries in the order of their file; only the first of those with the same identifier
 * @param targets the targets, with their columns laid out for arithmetic
 * @param background letter frequencies for the column scores
 */
record PreparedMotifs(List<ComparedMotif> queries, TargetSet targets, double[] background) {
    private static final int FEW_TARGETS = 50;

    /**
     * Maximum width of a motif, so that {@link Diagonals} can index all offsets; Tomtom allows 100 columns in a query.
     */
    private static final int MAX_COLUMNS = 500;

    static PreparedMotifs of(MotifSet queries, List<MotifSet> targetFiles, TomtomOptions options, Progress progress) {
        Background background = options.background().or(queries::background).orElse(Background.UNIFORM);
        // Tomtom smooths the background of a query file once more for the targets.
        Background once = background.smoothed();
        Background twice = options.background().isPresent() ? once : once.smoothed();
        List<ComparedMotif> prepared = prepare(queries.motifs(), once.toArray(), options, progress);
        List<List<ComparedMotif>> files = targetFiles.stream()
                .map(file -> prepare(file.motifs(), twice.toArray(), options, progress))
                .toList();
        if (prepared.isEmpty() || files.stream().allMatch(List::isEmpty)) {
            throw new UserException(prepared.isEmpty() ? "there are no query motifs" : "there are no target motifs")
                    .remedy("give a file with at least one motif that can be compared");
        }
        boolean bothStrands = options.bothStrands() && queries.alphabet().hasTwoStrands();
        TargetSet targets = new TargetSet(files, bothStrands);
        if (targets.orientedCount() > NullProportion.MAX_P_VALUES) {
            throw new UserException("there are too many targets")
                    .expected("at most " + NullProportion.MAX_P_VALUES / 2)
                    .found(String.valueOf(targets.count()))
                    .remedy("split the database");
        }
        if (targets.count() < FEW_TARGETS) {
            progress.warn("only " + targets.count() + (targets.count() == 1 ? " target" : " targets")
                    + ": p-values come from their columns and are inaccurate below " + FEW_TARGETS + " targets");
        }
        return new PreparedMotifs(
                prepared, targets, options.background().orElse(once).toArray());
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
                progress.warn(
                        "motif " + motif.id() + " has a frequency of 0, which allr cannot compare; it is left out");
            } else {
                prepared.add(ready);
            }
        }
        return prepared;
    }

    private static void check(ComparedMotif motif, TomtomOptions options) {
        ColumnDistance distance = options.distance();
        int maximum = Math.min(MAX_COLUMNS, Diagonals.MAX_SUM / options.bins());
        if (motif.width() > maximum) {
            throw new UserException("the motif is too wide to compare")
                    .atRecord("motif " + motif.id())
                    .expected("at most " + maximum + " columns")
                    .found(String.valueOf(motif.width()))
                    .remedy("clip it to its informative columns");
        }
        if (distance.needsSites() && !(motif.sites() > 0)) {
            throw new UserException(
                            "distance " + distance + " needs the number of sites, which the motif does not have")
                    .atRecord("motif " + motif.id())
                    .remedy("add nsites= to its header, or use a distance of frequencies such as ed");
        }
        if (distance == ColumnDistance.KULLBACK && motif.hasZero()) {
            throw new UserException("distance kullback is infinite where a frequency is 0")
                    .atRecord("motif " + motif.id())
                    .remedy("use a pseudocount above 0");
        }
    }
}
