package org.expomotif.command.motif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.benchmark.MatchFraction;
import org.expomotif.benchmark.MatchVerdicts;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.QueryMatches;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.io.Inputs;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The planted motifs and the table of verdicts, as a mixin. */
final class VerdictOptions extends OptionMixin {
    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Motifs that were planted; reports the fraction of the queries that match one of them.")
    private @Nullable String truth;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Table of the planted motif that each query matches, and a verdict; needs --truth.")
    private @Nullable String summary;

    @Mixin
    private SeedOption seed;

    VerdictOptions() {}

    /** Adds the table of verdicts to the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--summary", summary);
    }

    /** Rejects an option without the one that it needs. */
    void check() {
        if (summary != null && truth == null) {
            throw fault("--summary: expected --truth with it");
        }
    }

    /** The file of the planted motifs, if it was given. */
    Optional<String> file() {
        return Optional.ofNullable(truth);
    }

    /** Gives a verdict on each query; {@link Verdicts#NONE} when the planted motifs are unknown. */
    Verdicts of(
            List<QueryMatches> results,
            MotifSet queries,
            List<MotifSet> databases,
            TomtomOptions options,
            Cutoff cutoff,
            int threads,
            Warnings warnings) {
        if (truth == null) {
            return Verdicts.NONE;
        }
        MatchFraction fraction = matchFraction(truth, results, queries, databases, warnings);
        MatchVerdicts verdicts = MatchVerdicts.of(fraction, queries, databases, options, cutoff, seed.value(), threads);
        List<String> figures = new ArrayList<>(fraction.lines());
        figures.addAll(verdicts.lines());
        return new Verdicts(figures, verdicts.rows());
    }

    private static MatchFraction matchFraction(
            String truth, List<QueryMatches> results, MotifSet queries, List<MotifSet> databases, Warnings warnings) {
        List<Motif> planted = MotifFile.readFirstOfEachId(truth, warnings).motifs();
        List<Motif> known = databases.stream().flatMap(d -> d.motifs().stream()).toList();
        try {
            return MatchFraction.of(results, queries.motifs(), planted, known);
        } catch (UserException e) {
            throw e.knowsFile() ? e : e.in(Inputs.name(truth));
        }
    }

    /** Writes the table of verdicts, if it was requested. */
    void writeSummary(Verdicts verdicts, Provenance provenance) {
        if (summary != null) {
            TsvWriter.write(summary, MatchVerdicts.Row.class, provenance, verdicts.rows());
        }
    }
}
