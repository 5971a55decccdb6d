package org.expomotif.command.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.benchmark.AttributionStudy;
import org.expomotif.benchmark.AttributionTable;
import org.expomotif.benchmark.AttributionTask;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Provenance;
import org.expomotif.run.RunRecord;
import org.expomotif.train.TrialFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs tasks of the reference study and compares the results with its published figures. */
@Command(
        description = {
            "Run a task of the reference study and compare with its published figures",
            "",
            "attribution: Task 3. Makes the billboard data, trains every network with every activation, and measures how"
                    + " well each method finds the planted bases of the first positives of the test split."
        },
        footer = {
            "  expomotif benchmark attribution --networks cnn-dist --activations exponential,relu \\",
            "    --trials 3 --out-dir task3",
            "",
            "Writes data/, models/ (NETWORK.ACTIVATION.SEED.zip), attribution.trials.tsv and attribution.tsv, the",
            "table, and run.json, the record of the run. auroc is evaluated as in the study; corrected_auroc with",
            "corrected gradients, or whole contributions. A second run reuses existing data and models."
        })
public final class BenchmarkCommand extends StandardCommand {
    private static final String ATTRIBUTION = "attribution";
    private static final String TRIALS = "attribution.trials.tsv";
    private static final String TABLE = "attribution.tsv";

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
    private List<String> methods = new ArrayList<>(AttributionTask.methodNames());

    @Mixin
    private StudySizeOptions sizes;

    @Option(names = "--trials", paramLabel = "N", defaultValue = "1", description = "Trials. Default: 1.")
    private int trials;

    @Mixin
    private OutDirOption outDir;

    @Mixin
    private SeedOption seed;

    @Mixin
    private ThreadsOption threads;

    public BenchmarkCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        List.of(TRIALS, TABLE, OutDirOption.RECORD).forEach(name -> outDir.plan(plan, name));
        // call() rejects more trials, but only after this plan, and a plan of billions of files would fill the memory.
        AttributionStudy.files(networks, activations, seed.value(), Math.min(trials, TrialFiles.MOST))
                .forEach(name -> outDir.plan(plan, name));
    }

    @Override
    public Integer call() {
        check(task.equals(ATTRIBUTION), "TASK: expected attribution, found " + task);
        OptionRange.within(command(), "--trials", 1, TrialFiles.MOST, trials);
        AttributionStudy.Size size = sizes.size(trials);
        networks.forEach(name -> check(
                Architectures.has(name),
                "--networks: expected some of " + String.join(", ", Architectures.names()) + "; found " + name));
        List<String> known = AttributionTask.methodNames();
        methods.forEach(name -> check(
                known.contains(name), "--methods: expected some of " + String.join(", ", known) + "; found " + name));
        activations.forEach(name -> OptionRange.named(command(), "--activations", name, Activation::named));
        check(!networks.isEmpty(), "--networks: expected at least one");
        check(!activations.isEmpty(), "--activations: expected at least one");
        check(!methods.isEmpty(), "--methods: expected at least one");
        Path folder = outDir.create();
        List<AttributionTable.Trial> rows = new AttributionStudy(folder, size, seed.value(), threads.count())
                .run(
                        networks,
                        activations,
                        methods.stream()
                                .map(name -> AttributionTask.METHODS.get(known.indexOf(name)))
                                .toList(),
                        progress());
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
