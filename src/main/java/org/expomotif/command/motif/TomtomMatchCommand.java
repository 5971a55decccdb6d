package org.expomotif.command.motif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.benchmark.MatchFraction;
import org.expomotif.benchmark.MatchVerdicts;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.QueryMatches;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.compare.verdict.MatchVerdict;
import org.expomotif.compare.verdict.ShuffleTest;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifAlphabets;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.report.FilterPage;
import org.expomotif.report.MotifRow;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares motifs with a database of motifs, as Tomtom does. */
@Command(
        description = "Compare motifs with a database of motifs, as Tomtom does",
        footer = "  expomotif tomtom-match --query filters.meme --target jaspar.meme -o matches.tsv")
public final class TomtomMatchCommand extends ResultCommand {
    @Option(
            names = "--query",
            required = true,
            paramLabel = "FILE",
            description = "Motifs to look up, in any format of docs/formats.md.")
    private String query = "";

    @Option(
            names = "--target",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Motifs to match them with; several files form one database.")
    private List<String> targets = List.of();

    @Mixin
    private ComparisonOptions comparison;

    @Mixin
    private CutoffOptions kept;

    @Mixin
    private VerdictOptions verdictOptions;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "HTML page of the queries with the logos of their matches.")
    private @Nullable String html;

    public TomtomMatchCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        super.plan(plan);
        verdictOptions.plan(plan);
        plan.add("--html", html);
    }

    @Override
    public Integer call() {
        verdictOptions.check();
        TomtomOptions options = comparison.options();
        Cutoff cutoff = kept.cutoff();
        return OutputGroup.allOrNone(() -> write(options, cutoff));
    }

    private Integer write(TomtomOptions options, Cutoff cutoff) {
        int workers = threads();
        Progress progress = progress();
        MotifSet queries = MotifFile.readFirstOfEachId(query, progress);
        List<MotifSet> databases = targets.stream()
                .map(target -> target.equals(query) ? queries : MotifFile.readFirstOfEachId(target, progress))
                .toList();
        for (int t = 0; t < targets.size(); t++) {
            MotifAlphabets.requireSame(query, queries, targets.get(t), databases.get(t));
        }
        List<QueryMatches> results = new Tomtom(options, cutoff, progress).compare(queries, databases, workers);
        List<MotifMatch> matches =
                results.stream().flatMap(r -> r.matches().stream()).toList();
        Provenance record = record(inputs()).provenance();
        Optional<MatchVerdicts> verdicts = verdictOptions
                .truth()
                .map(truth -> MatchFraction.read(truth, results, queries, databases, progress))
                .map(fraction -> MatchVerdicts.of(
                        fraction, queries, databases, options, cutoff, verdictOptions.seed(), workers));
        List<String> figures = verdicts.map(MatchVerdicts::lines).orElse(List.of());
        figures.forEach(progress::note);
        Provenance provenance = record.with(figures);
        List<MatchVerdicts.Row> summary = verdicts.map(MatchVerdicts::rows).orElse(List.of());
        verdictOptions.summary().ifPresent(file -> TsvWriter.write(file, MatchVerdicts.Row.class, provenance, summary));
        List<MatchVerdict> judged = verdictOptions.verdict().isEmpty()
                ? List.of()
                : new ShuffleTest(new Tomtom(options, cutoff, progress.withoutWarnings()), databases)
                        .verdicts(queries, results, verdictOptions.seed(), workers);
        verdictOptions.verdict().ifPresent(file -> TsvWriter.write(file, MatchVerdict.class, record, judged));
        TsvWriter.write(output(), MotifMatch.class, provenance, matches, workers);
        if (html != null) {
            List<Motif> known =
                    databases.stream().flatMap(d -> d.motifs().stream()).toList();
            List<MotifRow> rows = MotifRow.withReasons(
                    MotifRow.withVerdicts(MotifRow.of(queries.motifs(), matches, known), summary),
                    MotifRow.Reasoned.of(judged));
            FilterPage.write(html, "Motif matches", facts(queries, figures), rows, record.lines());
        }
        return 0;
    }

    private String[] inputs() {
        List<String> inputs = new ArrayList<>(List.of(query));
        inputs.addAll(targets);
        verdictOptions.truth().ifPresent(inputs::add);
        comparison.backgroundFile().ifPresent(inputs::add);
        return inputs.toArray(String[]::new);
    }

    private List<String> facts(MotifSet queries, List<String> figures) {
        List<String> facts = new ArrayList<>();
        facts.add(queries.motifs().size() + " motifs of " + query + " against " + String.join(", ", targets) + ", "
                + comparison + ", " + kept);
        facts.addAll(figures);
        return facts;
    }
}
