package org.expomotif.command.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.expomotif.benchmark.AttributionTable;
import org.expomotif.benchmark.AttributionTask;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.PlannedCommand;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardOptions;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.network.model.Model;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.RunRecord;
import org.expomotif.train.TrialFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs tasks of the reference study and compares the results with its published figures. */
@Command(
        description = {
            "Run a task of the reference study and compare with its published figures",
            "",
            "attribution: Task 3. Makes the billboard data, trains every network with every activation, and measures how"
                    + " well each method finds the planted bases of the first positives of the test split."
        },
        versionProvider = StandardOptions.VersionText.class,
        footer = {
            "  expomotif benchmark attribution --networks cnn-dist --activations exponential,relu \\",
            "    --trials 3 --out-dir task3",
            "",
            "Writes data/, models/ (NETWORK.ACTIVATION.SEED.zip), attribution.trials.tsv and attribution.tsv, the",
            "table, and run.json, the record of the run. auroc is evaluated as in the study; corrected_auroc with",
            "corrected gradients, or whole contributions. A second run reuses existing data and models."
        })
public final class BenchmarkCommand implements PlannedCommand {
    private static final String ATTRIBUTION = "attribution";
    private static final String TRIALS = "attribution.trials.tsv";
    private static final String TABLE = "attribution.tsv";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TASK", description = "attribution.")
    private String task = ATTRIBUTION;

    @Option(
            names = "--networks",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            defaultValue = "cnn-local,cnn-dist",
            description = "Networks by name. Default: ${DEFAULT-VALUE}.")
    private List<String> networks = new ArrayList<>();

    @Option(
            names = "--activations",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            description = "First-layer activations. Default: relu, exponential, sigmoid, tanh, softplus, linear, elu.")
    private List<String> activations = new ArrayList<>(AttributionTable.activations());

    @Option(
            names = "--methods",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            description = "Methods. Default: saliency, mutagenesis, integrated-gradients, deepshap.")
    private List<String> methods = new ArrayList<>(AttributionTask.METHODS);

    @Mixin
    private BenchmarkData data;

    @Option(names = "--trials", paramLabel = "N", defaultValue = "1", description = "Trials. Default: 1.")
    private int trials;

    @Mixin
    private OutDirOption outDir;

    @Mixin
    private SeedOption seed;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private StandardOptions standard;

    public BenchmarkCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        List.of(TRIALS, TABLE, OutDirOption.RECORD).forEach(name -> outDir.plan(plan, name));
        // call() rejects more trials, but only after this plan, and a plan of billions of files would fill the memory.
        data.files(networks, activations, seed.value(), Math.min(trials, TrialFiles.MOST))
                .forEach(name -> outDir.plan(plan, name));
    }

    @Override
    public Integer call() {
        check(task.equals(ATTRIBUTION), "TASK: expected attribution, found " + task);
        OptionRange.within(spec, "--trials", 1, TrialFiles.MOST, trials);
        data.check();
        networks.forEach(name -> check(
                Architectures.has(name),
                "--networks: expected some of " + String.join(", ", Architectures.names()) + "; found " + name));
        methods.forEach(name -> check(
                AttributionTask.METHODS.contains(name),
                "--methods: expected some of " + String.join(", ", AttributionTask.METHODS) + "; found " + name));
        activations.forEach(name -> OptionRange.named(spec, "--activations", name, Activation::named));
        check(!networks.isEmpty(), "--networks: expected at least one");
        check(!activations.isEmpty(), "--activations: expected at least one");
        check(!methods.isEmpty(), "--methods: expected at least one");
        Path folder = outDir.create();
        Progress progress = standard.progress();
        data.make(folder, seed.value(), progress);
        AttributionTask judge = data.task(folder, threads.count(), seed.value());
        List<AttributionTable.Trial> rows = new ArrayList<>();
        for (String network : networks) {
            for (String activation : activations) {
                for (int trial = 1; trial <= trials; trial++) {
                    Model model = data.model(
                            folder, network, activation, seed.value() + trial - 1, threads.count(), progress);
                    rows.addAll(evaluated(model, judge, network, activation, trial, progress));
                }
            }
        }
        RunRecord record = standard.record();
        Provenance provenance = record.provenance();
        return OutputGroup.allOrNone(() -> {
            TsvWriter.write(folder.resolve(TRIALS).toString(), AttributionTable.Trial.class, provenance, rows);
            TsvWriter.write(
                    folder.resolve(TABLE).toString(),
                    AttributionTable.Row.class,
                    provenance,
                    AttributionTable.of(rows));
            OutDirOption.write(record, folder);
            return 0;
        });
    }

    private List<AttributionTable.Trial> evaluated(
            Model model, AttributionTask judge, String network, String activation, int trial, Progress progress) {
        double classification =
                Objects.requireNonNullElse(model.info().metrics().get("test_auroc"), Double.NaN);
        List<AttributionTable.Trial> rows = new ArrayList<>();
        for (String method : methods) {
            AttributionTask.Figures f = judge.evaluate(model, method, Progress.NONE);
            rows.add(new AttributionTable.Trial(
                    network,
                    activation,
                    trial,
                    classification,
                    method,
                    f.auroc(),
                    f.aupr(),
                    f.trapezoid(),
                    f.corrected(),
                    f.correctedAupr()));
            progress.note(String.format(
                    Locale.ROOT,
                    "%s %s, trial %d, %s: AUROC %.4f, corrected %.4f",
                    network,
                    activation,
                    trial,
                    method,
                    f.auroc(),
                    f.corrected()));
        }
        return rows;
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
