package org.expomotif.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.command.progress.WholeProgress;
import org.expomotif.io.Inputs;
import org.expomotif.io.Outputs;
import org.expomotif.io.track.Bed;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.peaks.ExpectedTimes;
import org.expomotif.peaks.Findings;
import org.expomotif.peaks.PeakAnalysis;
import org.expomotif.peaks.Step;
import org.expomotif.report.PeaksPage;
import org.expomotif.run.RunRecord;
import org.expomotif.run.ShellWords;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the whole analysis of a set of peaks with the commands that a user would type. */
@Command(
        description = {
            "Find the motifs in peaks: data set, networks, enrichment, sites and one page",
            "",
            "Every step is a command of this program; it is shown before it runs and written to commands.sh. A run that"
                    + " was interrupted continues with the same command line: steps whose inputs and results have not"
                    + " changed are not repeated."
        },
        footer = {
            "  expomotif peaks --peaks ctcf.narrowPeak --genome hg38.fa.gz --motifs jaspar.meme --out-dir ctcf",
        })
final class PeaksCommand extends StandardCommand {
    private static final int SHORTEST = 20;
    private static final int LONGEST = 100_000;

    /** Controls that are made; all others are files. */
    private static final List<String> KINDS = List.of("genome", "shuffle");

    @Option(
            names = "--peaks",
            paramLabel = "FILE",
            required = true,
            order = 1,
            description = "Peaks: BED, narrowPeak, broadPeak or the summits of MACS; the format is detected.")
    private String peaks = "";

    @Option(
            names = "--genome",
            paramLabel = "FILE",
            required = true,
            order = 2,
            description = "The genome of the peaks: FASTA (plain, gzip or bgzip) or .2bit, with repeats in lower case.")
    private String genome = "";

    @Option(
            names = "--motifs",
            paramLabel = "FILE",
            required = true,
            order = 3,
            description = "Known motifs, such as those of JASPAR, in any format that scan reads.")
    private String motifs = "";

    @Option(
            names = "--length",
            paramLabel = "N",
            defaultValue = "200",
            order = 10,
            description = "Bases of a sequence: a window of this length around each peak. Default: ${DEFAULT-VALUE}.")
    private int length;

    @Option(
            names = "--top",
            paramLabel = "N",
            order = 11,
            description = "Only the N strongest peaks that can be used; default: all.")
    private @Nullable Long top;

    @Option(
            names = "--top-by",
            paramLabel = "COLUMN",
            order = 11,
            description =
                    "The column of the strength, highest first: score (5), signal (7), p-value (8), q-value (9) or a"
                            + " number; default: 7 in narrowPeak and broadPeak, 5 in other files.")
    private @Nullable String topBy;

    @Option(
            names = "--blacklist",
            paramLabel = "BED",
            order = 12,
            description = "Drop windows that overlap one of these regions.")
    private @Nullable String blacklist;

    @Option(
            names = "--negatives",
            paramLabel = "KIND",
            arity = "1..*",
            order = 13,
            description = "The controls, one or more of genome (windows of the genome without a peak, matched in GC"
                    + " content and repeat fraction), shuffle (dinucleotide shuffles of the peaks) and BED files."
                    + " Default: genome.")
    private @Nullable List<String> negatives;

    @Option(
            names = "--valid-chromosomes",
            paramLabel = "A,B",
            order = 14,
            description = "Chromosomes of the validation split; those that no option names are for training.")
    private @Nullable String valid;

    @Option(
            names = "--test-chromosomes",
            paramLabel = "A,B",
            order = 15,
            description = "Chromosomes of the test split. Default: whole chromosomes are chosen so that about 70%% of"
                    + " the peaks are for training, 10%% for validation and 20%% for the test.")
    private @Nullable String test;

    @Option(
            names = "--network",
            paramLabel = "NAME|FILE",
            order = 20,
            description = "A network of train. Default: cnn-dist; for fewer than 72 bases cnn-50.")
    private @Nullable String network;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "3",
            order = 21,
            description = "Number of networks, which differ in their seed. Default: ${DEFAULT-VALUE}.")
    private int trials;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "100",
            order = 22,
            description = "Maximum number of epochs. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--scored",
            paramLabel = "N",
            defaultValue = "100",
            order = 23,
            description = "Number of the strongest peaks whose bases are scored. Default: ${DEFAULT-VALUE}.")
    private int scored;

    @Mixin
    private OutDirOption outDir;

    @Mixin
    private SeedOption seed;

    @Mixin
    private ThreadsOption threads;

    public PeaksCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        plan.addIndexes("--genome", genome);
        for (String name : List.of(PeakAnalysis.PAGE, PeakAnalysis.SCRIPT, PeakAnalysis.LOG, OutDirOption.RECORD)) {
            outDir.plan(plan, name);
        }
        outDir.folder().ifPresent(folder -> {
            PeakAnalysis analysis = analysis(folder, Math.clamp(trials, 1, PeakAnalysis.MAXIMUM_TRIALS), 0);
            List<Step> steps = new ArrayList<>(analysis.steps());
            steps.addAll(analysis.explanations(1));
            steps.forEach(step -> outputs(step).forEach(file -> plan.add(OutDirOption.NAME, folder.toString(), file)));
        });
    }

    private static List<String> outputs(Step step) {
        return switch (step) {
            case Step.Command command -> CommandSteps.outputs(command.words());
            case Step.Derivation derivation -> List.of(derivation.target());
        };
    }

    private PeakAnalysis analysis(Path folder, int networks, long usable) {
        List<String> data = new ArrayList<>(List.of("--length", Integer.toString(length)));
        add(data, "--top", top == null ? null : Long.toString(top));
        add(data, "--top-by", topBy);
        add(data, "--blacklist", blacklist);
        if (negatives != null) {
            data.add("--negatives");
            data.addAll(negatives);
        }
        add(data, "--valid-chromosomes", valid);
        add(data, "--test-chromosomes", test);
        List<String> training = List.of(
                "--network",
                network(),
                "--epochs",
                Integer.toString(epochs),
                "--batch",
                Integer.toString(PeakAnalysis.batchFor(usable)));
        return new PeakAnalysis(
                folder,
                new PeakAnalysis.Settings(peaks, genome, motifs, data, training, networks, scored, seed.value()));
    }

    private String network() {
        return network != null ? network : PeakAnalysis.networkFor(length);
    }

    private static void add(List<String> words, String option, @Nullable String value) {
        if (value != null) {
            words.addAll(List.of(option, value));
        }
    }

    @Override
    public Integer call() {
        OptionRange.within(command(), "--length", SHORTEST, LONGEST, length);
        OptionRange.within(command(), "--trials", 1, PeakAnalysis.MAXIMUM_TRIALS, trials);
        OptionRange.within(command(), "--epochs", 1, 1_000_000, epochs);
        OptionRange.within(command(), "--scored", 1, 1_000_000, scored);
        check(
                negatives == null || !negatives.contains("none"),
                "--negatives: expected genome, shuffle or BED files, found none; motifs are compared with controls");
        requireFiles();
        OptionRange.network(command(), "--network", network());
        if (Architectures.has(network())) {
            // Rejects sequences that are too short for the network.
            Architectures.named(network(), length, Activation.named("exponential"), 1);
        }
        Path folder = outDir.create();
        long usable = usablePeaks();
        PeakAnalysis analysis = analysis(folder, trials, usable);
        outDir.create(PeakAnalysis.TRIALS);
        RunRecord record = record(inputs());
        List<Step> steps = new ArrayList<>(analysis.steps());
        List<Step> expected = new ArrayList<>(steps);
        expected.addAll(analysis.explanations(1));
        StepRun run = new StepRun(analysis, new CommandSteps(standard(), threads.count()), progress());
        try (WholeProgress whole = WholeProgress.begin(times(analysis, expected, usable))) {
            for (int i = 0; i < expected.size(); i++) {
                if (i == steps.size()) {
                    steps.addAll(analysis.explanations(analysis.bestTrial()));
                }
                int code = run.next(steps.get(i), whole, i);
                if (code != 0) {
                    return code;
                }
            }
        }
        writeScript(analysis, steps, record);
        Findings findings = Findings.of(analysis);
        PeaksPage.write(
                analysis.at(PeakAnalysis.PAGE),
                "Motifs in " + Path.of(peaks).getFileName(),
                findings.content(),
                record.provenance().lines());
        Outputs.writeText(folder.resolve(OutDirOption.RECORD).toString(), record.json());
        System.out.print(findings.summary());
        return 0;
    }

    /** Several steps read the inputs. */
    private void requireFiles() {
        for (String input : inputs()) {
            if (Inputs.isReadOnce(input)) {
                throw new UserException("the inputs are read several times")
                        .in(input)
                        .expected("files")
                        .remedy("write what is read here to a file first");
            }
        }
    }

    private String[] inputs() {
        List<String> inputs = new ArrayList<>(List.of(peaks, genome, motifs));
        if (blacklist != null) {
            inputs.add(blacklist);
        }
        if (negatives != null) {
            negatives.stream().filter(kind -> !KINDS.contains(kind)).forEach(inputs::add);
        }
        return inputs.toArray(String[]::new);
    }

    private long usablePeaks() {
        long[] count = new long[1];
        Bed.forEachLine(peaks, line -> count[0]++);
        return top == null ? count[0] : Math.min(top, count[0]);
    }

    private List<Double> times(PeakAnalysis analysis, List<Step> steps, long usable) {
        int known = MotifFile.readFirstOfEachId(motifs, message -> {}).motifs().size();
        return ExpectedTimes.of(analysis, steps, usable, length, known, epochs);
    }

    private static void writeScript(PeakAnalysis analysis, List<Step> steps, RunRecord record) {
        StringBuilder text = new StringBuilder("#!/bin/sh\n"
                + "# What `expomotif peaks` ran. The page with the results is made from these files by\n# "
                + record.commandLine() + " " + OutDirOption.NAME + " "
                + ShellWords.quoted(analysis.folder().toString()) + "\nset -e\nmkdir -p "
                + ShellWords.quoted(analysis.at(PeakAnalysis.TRIALS)) + "\n");
        for (Step step : steps) {
            Optional<String> needed = analysis.neededMotifs(step);
            boolean idle = needed.isPresent() && !StepRun.hasMotifs(needed.get());
            text.append(idle ? "# no motif is enriched: " : "")
                    .append(step.line())
                    .append('\n');
        }
        Outputs.writeText(analysis.at(PeakAnalysis.SCRIPT), text.toString());
    }
}
