package org.expomotif.command.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.expomotif.command.option.ModelOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.command.option.SequencesOption;
import org.expomotif.command.option.SplitOption;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.filter.FilterAssessment;
import org.expomotif.filter.FilterMotifs;
import org.expomotif.filter.FilterRow;
import org.expomotif.filter.FilterVerdict;
import org.expomotif.filter.LearnedFilter;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.Background;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.network.model.Model;
import org.expomotif.report.FilterPage;
import org.expomotif.report.MotifRow;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.train.SequenceCodes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns first-layer filters into motifs. */
@Command(
        description = "Turn a model's first-layer filters into motifs",
        footer = {
            "  expomotif filters --model model.zip --sequences sequences.fa --labels labels.tsv -o filters.meme",
            "",
            "A filter's motif is the mean of the windows around every position whose activation is above",
            "--threshold times the filter's maximum; nsites is the number of windows. A filter with fewer than",
            "two windows is uniform. Clipping keeps the columns above 0.5 bits and 3 on either side; a motif",
            "without such a column stays whole."
        })
public final class FiltersCommand extends ResultCommand {
    @Mixin
    private ModelOption model;

    @Mixin
    private SequencesOption sequences;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            order = 3,
            description = "Labels, to use only the sequences of --split. Default: all sequences.")
    private @Nullable String labels;

    @Mixin
    private SplitOption split;

    @Mixin
    private WindowOptions windows;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            order = 30,
            description = "Also a TSV: windows, share of sequences, maximum, bits and consensus of each filter.")
    private @Nullable String table;

    @Mixin
    private FilterVerdictOptions verdict;

    @Mixin
    private LogosOption logos;

    public FiltersCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        super.plan(plan);
        plan.add("--table", table);
        verdict.plan(plan);
        logos.plan(plan);
    }

    @Override
    public Integer call() {
        check();
        return OutputGroup.allOrNone(this::write);
    }

    private Integer write() {
        Progress progress = progress();
        Model read = model.read(progress);
        FilterMotifs.Settings settings = windows.settings(read.info().inputLength());
        byte[][] codes = codes(read, progress);
        List<LearnedFilter> filters = FilterMotifs.of(
                read.network().evaluator(threads()),
                FilterMotifs.centre(read.network().firstLayerKernel()),
                codes,
                settings,
                progress);
        Provenance provenance = provenance();
        MotifSet motifs =
                new MotifSet(filters.stream().map(LearnedFilter::motif).toList(), Optional.of(Background.UNIFORM));
        MemeWriter.write(output(), motifs, provenance.lines());
        List<FilterRow> rows = filters.stream()
                .map(filter -> FilterRow.of(filter, codes.length))
                .toList();
        if (table != null) {
            TsvWriter.write(table, FilterRow.class, provenance, rows);
        }
        List<FilterVerdict> verdicts = verdicts(read, filters, motifs, codes, settings);
        verdict.file().ifPresent(file -> TsvWriter.write(file, FilterVerdict.class, provenance, verdicts));
        String fact = filters.size() + " filters of " + model.path() + " on " + codes.length + " sequences of "
                + sequences.file();
        logos.page().ifPresent(page -> {
            List<MotifRow> found = logos.matches()
                    .map(files -> files.rows(motifs.motifs(), progress))
                    .orElseGet(() -> MotifRow.of(motifs.motifs()));
            List<MotifRow> reasoned = MotifRow.withReasons(found, MotifRow.Reasoned.ofFilters(verdicts));
            FilterPage.write(page, "First-layer filters", List.of(fact), reasoned, provenance.lines());
        });
        progress.note(String.format(
                Locale.ROOT,
                "%d filters on %,d sequences, %d of them without a motif",
                filters.size(),
                codes.length,
                filters.stream().filter(filter -> filter.windows() < 2).count()));
        return 0;
    }

    private List<FilterVerdict> verdicts(
            Model read, List<LearnedFilter> filters, MotifSet motifs, byte[][] codes, FilterMotifs.Settings settings) {
        if (verdict.file().isEmpty()) {
            return List.of();
        }
        Optional<MotifSet> targets =
                logos.targets().map(file -> FilterVerdictOptions.targets(file, model.path(), motifs, progress()));
        List<Model> trials = verdict.trials(read.info().inputLength());
        return new FilterAssessment(codes, settings, verdict.seed(), threads(), progress())
                .verdicts(read, filters, targets, trials);
    }

    private void check() {
        verdict.check();
        logos.check(verdict.file().isPresent());
        windows.check();
        if (labels == null && split.given()) {
            throw fault("--split needs --labels, which assign sequences to splits");
        }
    }

    private byte[][] codes(Model read, Progress progress) {
        int length = read.info().inputLength();
        if (labels == null) {
            return SequenceCodes.read(sequences.file(), length, progress);
        }
        LabelledSequences data = LabelledSequences.read(sequences.file(), labels, progress);
        data.requireFit(length, data.classes());
        return split.of(data).codes();
    }

    private Provenance provenance() {
        List<String> inputs = new ArrayList<>(List.of(model.path(), sequences.file()));
        if (labels != null) {
            inputs.add(labels);
        }
        if (verdict.file().isPresent()) {
            logos.targets().ifPresent(inputs::add);
            inputs.addAll(verdict.trialModels());
        }
        return record(inputs.toArray(String[]::new)).provenance();
    }
}
