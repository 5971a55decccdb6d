package org.expomotif.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.expomotif.benchmark.MatchFraction;
import org.expomotif.benchmark.MatchVerdicts;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.QueryMatches;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.TomtomOptions;
import org.expomotif.io.Inputs;
import org.expomotif.io.TsvWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFile;
import org.expomotif.motif.MotifSet;
import org.expomotif.report.FilterPage;
import org.expomotif.report.MotifRow;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares motifs with a database of motifs, as Tomtom does. */
@Command(
        description = "Compare motifs with a database of motifs, as Tomtom does",
        versionProvider = StandardOptions.VersionText.class,
        footer = "  expomotif tomtom-match --query filters.meme --target jaspar.meme -o matches.tsv")
final class TomtomMatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--query", required = true, paramLabel = "FILE", description = "Motifs to look up.")
    private String query = "";

    @Option(
            names = "--target",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Motifs to match them with; several files are one database.")
    private List<String> targets = List.of();

    @Mixin
    private ComparisonOptions comparison;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Motifs that were planted; tells which fraction of the queries match one of them.")
    private @Nullable String truth;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Table of the planted motif that each query matches, and a verdict; wants --truth.")
    private @Nullable String summary;

    @Option(names = "--html", paramLabel = "FILE", description = "Page of the queries with the logos of their matches.")
    private @Nullable String html;

    @Mixin
    private OutputOption output;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private SeedOption seed;

    @Mixin
    private StandardOptions standard;

    TomtomMatchCommand() {}

    @Override
    public Integer call() {
        if (summary != null && truth == null) {
            throw new ParameterException(spec.commandLine(), "--summary: expected --truth with it");
        }
        TomtomOptions options = comparison.options();
        Cutoff cutoff = comparison.cutoff();
        return OutputGroup.allOrNone(() -> write(options, cutoff));
    }

    private Integer write(TomtomOptions options, Cutoff cutoff) {
        int workers = threads.count();
        MotifSet queries = MotifFile.read(query);
        List<MotifSet> databases = targets.stream()
                .map(target -> target.equals(query) ? queries : MotifFile.read(target))
                .toList();
        List<Motif> known = databases.stream().flatMap(d -> d.motifs().stream()).toList();
        Progress progress = standard.progress();
        List<QueryMatches> results = new Tomtom(options, cutoff, progress).compare(queries, databases, workers);
        List<MotifMatch> matches =
                results.stream().flatMap(r -> r.matches().stream()).toList();
        List<String> inputs = new ArrayList<>(
                Stream.concat(Stream.of(query), targets.stream()).toList());
        Optional.ofNullable(truth).ifPresent(inputs::add);
        comparison.backgroundFile().ifPresent(inputs::add);
        List<String> record = standard.record(inputs.toArray(String[]::new)).comments();
        List<String> comments = new ArrayList<>(record);
        List<String> figures = new ArrayList<>();
        List<MatchVerdicts.Row> judged = List.of();
        if (truth != null) {
            MatchFraction fraction = matchFraction(truth, results, queries, known);
            MatchVerdicts verdicts =
                    MatchVerdicts.of(fraction, queries, databases, options, cutoff, seed.value(), workers);
            judged = verdicts.rows();
            figures.addAll(fraction.lines());
            figures.addAll(verdicts.lines());
            figures.forEach(progress::note);
            comments.addAll(figures);
            if (summary != null) {
                TsvWriter.write(summary, MatchVerdicts.Row.class, comments, verdicts.rows());
            }
        }
        TsvWriter.write(output.path(), MotifMatch.class, comments, matches, workers);
        if (html != null) {
            FilterPage.write(
                    html,
                    "Motif matches",
                    facts(queries, figures),
                    VerdictRows.of(MotifRow.of(queries.motifs(), matches, known), judged),
                    record);
        }
        return 0;
    }

    private static MatchFraction matchFraction(
            String truth, List<QueryMatches> results, MotifSet queries, List<Motif> known) {
        List<Motif> planted = MotifFile.read(truth).motifs();
        try {
            return MatchFraction.of(results, queries.motifs(), planted, known);
        } catch (UserException e) {
            throw e.knowsFile() ? e : e.in(Inputs.name(truth));
        }
    }

    private List<String> facts(MotifSet queries, List<String> figures) {
        List<String> facts = new ArrayList<>();
        facts.add(queries.motifs().size() + " motifs of " + query + " against " + String.join(", ", targets) + ", "
                + comparison);
        facts.addAll(figures);
        return facts;
    }
}
