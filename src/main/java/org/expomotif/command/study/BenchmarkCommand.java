package org.expomotif.command.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.expomotif.benchmark.AttributionStudy;
import org.expomotif.benchmark.AttributionTable;
import org.expomotif.benchmark.paper.PaperStudy;
import org.expomotif.benchmark.paper.PlannedTrial;
import org.expomotif.benchmark.paper.TrialKey;
import org.expomotif.benchmark.paper.TrialPlan;
import org.expomotif.benchmark.paper.TrialTable;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Provenance;
import org.expomotif.run.RunRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs tasks of the reference study and compares the results with its published figures. */
@Command(
        description = {
            "Run tasks of the reference study and compare with its published figures",
            "",
            "attribution: Task 3. Makes the billboard data, trains every network with every activation, and measures how"
                    + " well each method finds the planted bases of the first positives of the test split.",
            "",
            "paper: Tasks 1 and 3 in full, one trial after another. The first trials cover all conditions. Takes days; a run"
                    + " that is killed continues when the same command is given again."
        },
        footer = {
            "  expomotif benchmark attribution --networks cnn-dist --activations exponential,relu \\",
            "    --trials 3 --out-dir task3",
            "  expomotif benchmark paper --tasks 3,1 --groups plain --out-dir paper",
            "",
            "attribution writes data/, models/ (NETWORK.ACTIVATION.SEED.zip), attribution.trials.tsv and",
            "attribution.tsv, the table, and run.json, the record of the run. auroc is evaluated as in the study;",
            "corrected_auroc with corrected gradients, or whole contributions. A second run reuses existing data",
            "and models.",
            "paper writes data/, models/, trials.tsv (one row per trial) and, after every trial, summary.tsv,",
            "study.html, match_fraction.svg, recovery.svg and run.json."
        })
public final class BenchmarkCommand extends StandardCommand {
    private static final String ATTRIBUTION = "attribution";
    private static final String PAPER = "paper";
    private static final List<String> ATTRIBUTION_NETWORKS = List.of("cnn-local", "cnn-dist");
    private static final String TRIALS = "attribution.trials.tsv";
    private static final String TABLE = "attribution.tsv";

    @Parameters(paramLabel = "TASK", description = "attribution or paper.")
    private String task = ATTRIBUTION;

    @Option(
            names = "--networks",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            description = "Networks by name. Default: cnn-local, cnn-dist; for paper, those of its tasks.")
    private @Nullable List<String> networks;

    @Option(
            names = "--activations",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            description =
                    "First-layer activations. Default: relu, exponential, sigmoid, tanh, softplus, linear, elu; for"
                            + " paper, also those of its controls.")
    private @Nullable List<String> activations;

    @Mixin
    private AttributionOptions attribution;

    @Mixin
    private StudySizeOptions sizes;

    @Mixin
    private PaperOptions paper;

    @Mixin
    private OutDirOption outDir;

    @Mixin
    private SeedOption seed;

    @Mixin
    private ThreadsOption threads;

    public BenchmarkCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        if (task.equals(PAPER)) {
            if (!paper.isPlan()) {
                PaperStudy.files(trials(sizes.planned())).forEach(name -> outDir.plan(plan, name));
                PaperReport.FILES.forEach(name -> outDir.plan(plan, name));
            }
            return;
        }
        List.of(TRIALS, TABLE, OutDirOption.RECORD).forEach(name -> outDir.plan(plan, name));
        AttributionStudy.files(
                        attributionNetworks(),
                        attributionActivations(),
                        seed.value(),
                        sizes.trials().orElse(1))
                .forEach(name -> outDir.plan(plan, name));
    }

    @Override
    public Integer call() {
        return switch (task) {
            case ATTRIBUTION -> runAttribution();
            case PAPER -> runPaper();
            default -> throw fault("TASK: expected attribution or paper, found " + task);
        };
    }

    private List<String> attributionNetworks() {
        return Objects.requireNonNullElse(networks, ATTRIBUTION_NETWORKS);
    }

    private List<String> attributionActivations() {
        return Objects.requireNonNullElseGet(activations, AttributionTable::activations);
    }

    private List<TrialKey> trials(TrialPlan.Size size) {
        TrialPlan.Selection selection = paper.selection(
                Objects.requireNonNullElse(networks, List.of()),
                Objects.requireNonNullElse(activations, List.of()),
                sizes.trials());
        return TrialPlan.of(selection, size, seed.value());
    }

    private Integer runPaper() {
        attribution.checkAbsent();
        List<TrialKey> trials = trials(sizes.paper());
        check(!trials.isEmpty(), "the study has no trial of these tasks, groups, networks and activations");
        if (paper.isPlan()) {
            Set<TrialKey> done = outDir.folder()
                    .map(folder ->
                            TrialTable.read(folder.resolve(PaperStudy.TRIALS)).keys())
                    .orElse(Set.of());
            List<PlannedTrial> planned = PlannedTrial.of(trials, done);
            TsvWriter.write("-", PlannedTrial.class, record().provenance(), planned);
            progress().note(PlannedTrial.sentence(planned));
            return 0;
        }
        Path folder = outDir.create();
        RunRecord record = record();
        new PaperStudy(folder, trials, threads.count())
                .run(record.provenance(), progress(), rows -> PaperReport.write(folder, rows, record));
        return 0;
    }

    private Integer runAttribution() {
        paper.checkAbsent();
        AttributionStudy.Size size = sizes.attribution();
        attribution.check(attributionNetworks(), attributionActivations());
        Path folder = outDir.create();
        List<AttributionTable.Trial> rows = new AttributionStudy(folder, size, seed.value(), threads.count())
                .run(attributionNetworks(), attributionActivations(), attribution.methods(), progress());
        RunRecord record = record();
        Provenance provenance = record.provenance();
        return OutputGroup.allOrNone(() -> {
            TsvWriter.write(folder.resolve(TRIALS).toString(), AttributionTable.Trial.class, provenance, rows);
            TsvWriter.write(
                    folder.resolve(TABLE).toString(),
                    AttributionTable.Row.class,
                    provenance,
                    AttributionTable.of(rows));
            Outputs.writeText(folder.resolve(OutDirOption.RECORD).toString(), record.json());
            return 0;
        });
    }
}
