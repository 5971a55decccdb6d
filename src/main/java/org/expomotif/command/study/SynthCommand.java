package org.expomotif.command.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.io.Outputs;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.RunRecord;
import org.expomotif.synth.BaseSource;
import org.expomotif.synth.GenomeSource;
import org.expomotif.synth.SynthRun;
import org.expomotif.synth.SynthSettings;
import org.expomotif.synth.SynthTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Simulates the data sets of the reference study. */
@Command(
        description = {
            "Simulate sequences with planted motifs, with labels and the planted sites",
            "",
            "classes: one class per motif, 1 if a sequence has it on either strand; 1 to 5 motifs per sequence.",
            "billboard: one class, core; positives have core motifs only, negatives core and background motifs;"
                    + " 3 to 7 motifs per sequence.",
            "",
            "Writes sequences.fa, labels.tsv, sites.bed (every planted motif), motifs.meme and run.json (the record of the"
                    + " run)."
        },
        footer = {
            "  expomotif synth classes -n 30000 --seed 1 --out-dir task1",
            "  expomotif synth billboard --motifs jaspar.meme --names SP1,YY1,MA0058.3 --out-dir task3"
        })
public final class SynthCommand extends StandardCommand {
    private static final String CLASSES = "classes";

    private static final String BILLBOARD = "billboard";

    @Parameters(paramLabel = "TASK", description = "classes or billboard.")
    private String task = CLASSES;

    @Mixin
    private PlantedMotifOptions motifs;

    @Option(
            names = {"-n", "--number"},
            paramLabel = "N",
            description = "Number of sequences. Default: 30000 for classes, 20000 for billboard.")
    private @Nullable Integer number;

    @Option(
            names = "--length",
            paramLabel = "N",
            defaultValue = "200",
            description = "Length of the sequences. Default: ${DEFAULT-VALUE}.")
    private int length;

    @Option(
            names = "--split",
            paramLabel = "A,B,C",
            split = ",",
            hideParamSyntax = true,
            defaultValue = "0.7,0.1,0.2",
            description = "Shares of train, valid and test. Default: ${DEFAULT-VALUE}.")
    private double[] split = {};

    @Option(
            names = "--background",
            paramLabel = "FASTA",
            description = "Genome that provides the bases outside the motifs. Default: random bases, a quarter of each"
                    + " letter.")
    private @Nullable String genome;

    @Option(names = "--gzip", description = "Compress sequences, labels and sites; their names then end in .gz.")
    private boolean gzip;

    @Mixin
    private OutDirOption outDir;

    @Mixin
    private SeedOption seed;

    public SynthCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        SynthRun.files(gzip).forEach(name -> outDir.plan(plan, name));
        outDir.plan(plan, OutDirOption.RECORD);
    }

    @Override
    public Integer call() {
        SynthSettings settings = settings();
        Progress progress = progress();
        SynthTask planted = task.equals(CLASSES)
                ? motifs.classes(progress)
                : motifs.billboard(settings.length(), settings.seed(), progress);
        SynthRun run = new SynthRun(
                planted, settings, genome == null ? BaseSource.UNIFORM : GenomeSource.read(genome, length, progress()));
        List<String> inputs = new ArrayList<>(motifs.inputs());
        if (genome != null) {
            inputs.add(genome);
        }
        RunRecord record = record(inputs.toArray(String[]::new));
        Path folder = outDir.create();
        return OutputGroup.allOrNone(() -> {
            run.write(folder, progress);
            Outputs.writeText(folder.resolve(OutDirOption.RECORD).toString(), record.json());
            return 0;
        });
    }

    private SynthSettings settings() {
        check(task.equals(CLASSES) || task.equals(BILLBOARD), "TASK: expected classes or billboard, found " + task);
        int sequences = number != null ? number : task.equals(CLASSES) ? 30_000 : 20_000;
        OptionRange.within(command(), "-n", 1, SynthSettings.MAX_SEQUENCES, sequences);
        OptionRange.within(command(), "--length", 1, SynthSettings.MAX_LENGTH, length);
        OptionRange.shares(command(), "--split", split);
        motifs.check(task.equals(BILLBOARD));
        return new SynthSettings(sequences, length, split[0], split[1], seed.value(), gzip);
    }
}
