package org.expomotif.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.expomotif.command.Commands;
import org.expomotif.command.PlannedOutputs;
import org.expomotif.io.Outputs;
import org.expomotif.testing.Bed;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.TinyNetwork;
import org.expomotif.testing.Vcf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Every command end to end: the files that appear are those that its plan has. What a run opens for writing beyond
 * that, if only for a while, fails by the assertion in {@code AtomicFile}, in this and every other test of a command.
 */
class OutputPlanTest {
    private static final String TRAIN =
            "train --sequences @/d/sequences.fa --labels @/d/labels.tsv --network @/tiny.json --epochs 1 -o ";

    private static final String EXPLAIN = "attribute --model @/m.zip --sequences @/d/sequences.fa --method saliency ";

    /** One line for every way to an output; {@code @} is the folder, {@code #} the number of the line. */
    static final List<String> LINES = List.of(
            "synth classes -n 20 --out-dir @/#",
            "synth billboard -n 20 --gzip --out-dir @/#/new",
            TRAIN + "@/#.zip",
            TRAIN + "@/#.zip --trials 2",
            TRAIN + "@/#.model",
            "predict --model @/m.zip --sequences @/d/sequences.fa -o @/#.tsv.gz",
            "evaluate --model @/m.zip --sequences @/d/sequences.fa --labels @/d/labels.tsv -o @/#.tsv",
            "export --model @/m.zip -o @/#.onnx",
            "export --model @/m.zip --format dl4j -o @/#.zip",
            "import @/dl4j.zip -o @/#.zip",
            "filters --model @/m.zip --sequences @/d/sequences.fa -o @/#.meme --table @/#.tsv --logos @/#.html"
                    + " --verdict @/#.v.tsv",
            EXPLAIN + "--class 1 --limit 2 -o @/#.npz --summary @/#.s.tsv --one-hot @/#.one.npz --logo @/#.svg",
            EXPLAIN + "--class all --limit 2 -o @/#.tsv.gz --summary @/#.s.tsv",
            EXPLAIN + "--class 1 --sites @/d/sites.bed -o @/#.bedgraph",
            EXPLAIN + "--class 1 --sites @/d/sites.bed -o @/#.bw --evaluation @/#.e.tsv",
            "attribute --model @/m.zip --regions @/r.bed --genome @/a.fa --method saliency --class 1 -o @/#.bw"
                    + " --dropped @/#.tsv",
            "seqlets --scores @/scores.npz --threshold 1 -o @/#.bed",
            "discover --scores test-data/galaxy/scores.npz --null test-data/galaxy/null_scores.npz --out-dir @/#",
            "instances --scores @/scores.npz --null @/scores.npz --motifs @/d/motifs.meme --summary @/#.tsv -o @/#.bed",
            "variants --vcf @/v.vcf --genome @/a.fa --model @/m.zip -o @/#.vcf.gz",
            "variants --vcf @/v.vcf --genome @/a.fa --model @/m.zip --shard 1/2 -o @/#.vcf.gz",
            "variants --vcf @/v.vcf --genome @/a.fa --model @/m.zip --motifs @/d/motifs.meme -o @/#.tsv.gz"
                    + " --logo @/#.svg --logo-variant chr1:500",
            "motifs @/d/motifs.meme -o @/#.meme",
            "dataset --positives @/r.bed --genome @/g.fa --length 40 --out-dir @/#",
            "dataset --positives @/r.bed --genome @/g.fa --length 40 --negatives shuffle --folds 3 --out-dir @/#",
            "dataset --h5 test-data/hdf5/study.h5 --out-dir @/#",
            "enrich --motifs @/d/motifs.meme --sequences @/d/sequences.fa -o @/#.tsv --central @/#.c.tsv"
                    + " --sites @/#.bed.gz --html @/#.html --representatives @/#.r.meme",
            "enrich --motifs @/d/motifs.meme --peaks @/two.bed --genome @/a.fa -o @/#.tsv --sites @/#.s.tsv",
            "logo @/d/motifs.meme --id MA0079.3 -o @/#.svg",
            "logo @/d/motifs.meme --id MA0079.3 -o @/#.png",
            "logo @/d/motifs.meme --format png --out-dir @/#/new",
            "tomtom-match --query @/d/motifs.meme --target @/d/motifs.meme --truth @/d/motifs.meme --summary @/#.s.tsv"
                    + " --verdict @/#.v.tsv --html @/#.html -o @/#.tsv",
            "cluster --motifs @/d/motifs.meme --table @/#.tsv --tree @/#.nwk -o @/#.meme",
            "scan --motifs @/d/motifs.meme --sequences @/d/sequences.fa --sort -o @/#.bed.gz --counts @/#.npz",
            "scan --motifs @/d/motifs.meme --sequences @/d/sequences.fa --sort --format gff3 -o @/#.gz",
            "scan --motifs @/d/motifs.meme --sequences @/d/sequences.fa --sort -o @/#.tsv.gz --scores @/#.bw",
            "scan --motifs @/d/motifs.meme --sequences @/d/sequences.fa --sort --shard 1/2 -o @/#.bed.gz",
            "scan --motifs @/d/motifs.meme --sequences @/d/sequences.fa -o @/#.tsv --counts @/#.counts.mtx.gz",
            "scan --motifs @/d/motifs.meme --sequences @/b.fa.gz --regions @/r.bed --dropped @/#.tsv -o @/#.bed",
            "scan --motifs @/d/motifs.meme --sequences @/b.fa.gz --regions @/r.bed --name-regions -o @/#.bed"
                    + " --summit-plot @/#.html",
            "merge @/part1.bed @/part2.bed -o @/#.bed",
            "localize --motifs @/d/motifs.meme --sequences @/d/sequences.fa --sites @/d/sites.bed -o @/#.tsv");

    @TempDir
    private static Path folder;

    private static CommandLineRun line(String line, String number) {
        return CommandLineRun.parse(folder, line.replace("#", number) + " --quiet");
    }

    private static void run(String line) {
        line(line, "x").run().succeeds();
    }

    @BeforeAll
    static void writeInputs() {
        TinyNetwork.write(folder.resolve("tiny.json"));
        Fasta genome = Fasta.of("chr1", "ACGTTGCATG".repeat(100));
        genome.write(folder.resolve("a.fa"));
        genome.write(folder.resolve("b.fa.gz"));
        String letters = "ACGTTGCATG".repeat(100);
        Fasta.of("chr1", letters).and("chrX", letters).and("chrY", letters).write(folder.resolve("g.fa"));
        Bed.of("chr1", 300, 700)
                .and("chrX", 1, 5)
                .and("chrX", 200, 250)
                .and("chrY", 1, 99)
                .write(folder.resolve("r.bed"));
        Bed.of("chr1", 200, 300).and("chr1", 500, 600).write(folder.resolve("two.bed"));
        Vcf.of("chr1", 500, "G", "A").write(folder.resolve("v.vcf"));
        run("synth classes -n 60 --out-dir @/d");
        run(TRAIN + "@/m.zip");
        run("export --model @/m.zip --format dl4j -o @/dl4j.zip");
        run(EXPLAIN + "--class 1 --limit 2 -o @/scores.npz");
        for (int part = 1; part <= 2; part++) {
            run("scan --motifs @/d/motifs.meme --sequences @/d/sequences.fa --shard " + part + "/2 -o @/part" + part
                    + ".bed");
        }
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void aRunWritesWhatItsPlanSays(String line) {
        PlannedOutputs.assertAreWhatAppears(folder, line(line, "out" + LINES.indexOf(line)));
    }

    /** DemoCommandTest, PeaksCommandTest and BenchmarkCommandTest compare the same on runs that they make anyway. */
    @Test
    void everyCommandAndEveryOptionWithAnOutputIsHere() {
        Set<String> commands = new HashSet<>(Set.of("demo", "peaks", "benchmark"));
        LINES.forEach(line -> commands.add(line.split(" ")[0]));
        assertThat(Commands.COMMANDS).extracting(Commands.Entry::name).hasSameElementsAs(commands);
    }

    /** The names of these options are known before a command line is parsed; a plan exists only afterwards. */
    @Test
    void theOptionsThatNameOutputsAreThoseOfThePlans() {
        Map<String, Set<String>> planned = new TreeMap<>();
        for (String line : LINES) {
            CommandLineRun words = line(line, "x");
            Set<String> options = planned.computeIfAbsent(words.words().getFirst(), command -> new TreeSet<>());
            PlannedOutputs.of(words).outputs().stream()
                    .filter(output -> !output.isIndex() && !output.option().equals(OutDirOption.NAME))
                    .forEach(output -> options.add(output.option()));
        }
        Commands.everything().getSubcommands().forEach((name, command) -> {
            Set<String> declared = command.getCommandSpec().options().stream()
                    .filter(OutputPlan::isOutput)
                    .map(ArgSpecs::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(declared).as(name).isEqualTo(planned.getOrDefault(name, Set.of()));
        });
    }

    @Test
    void theOptionsOfAPlanExist() {
        for (String line : LINES) {
            CommandLineRun words = line(line, "x");
            List<String> names = new ArrayList<>();
            Commands.commandLine(Commands.find(words.words().getFirst()).orElseThrow())
                    .getCommandSpec()
                    .options()
                    .stream()
                    .map(ArgSpecs::name)
                    .forEach(names::add);
            PlannedOutputs.of(words)
                    .outputs()
                    .forEach(output -> assertThat(names).contains(output.option()));
        }
    }

    /** An option with text counts as an input unless it is named here. */
    @Test
    void everyOptionWithTextIsAnInputOrNot() {
        Set<String> inputs = new HashSet<>();
        Set<String> names = new HashSet<>();
        Commands.everything().getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().args().stream())
                .forEach(argument -> {
                    names.add(ArgSpecs.name(argument));
                    assertThat(argument.auxiliaryTypes()[0])
                            .as("files are options with text")
                            .isNotIn(Path.class, File.class);
                    if (OutputConflicts.isInput(argument)) {
                        inputs.add(ArgSpecs.name(argument));
                    }
                });
        assertThat(names).containsAll(OutputConflicts.WORDS);
        assertThat(inputs)
                .containsExactlyInAnyOrder(
                        "--background",
                        "--background-motifs",
                        "--blacklist",
                        "--controls",
                        "--genome",
                        "--h5",
                        "--hits",
                        "--init-from",
                        "--labels",
                        "--matches",
                        "--model",
                        "--motifs",
                        "--negatives",
                        "--network",
                        "--null",
                        "--null-one-hot",
                        "--one-hot",
                        "--peaks",
                        "--positives",
                        "--query",
                        "--reference",
                        "--regions",
                        "--scores",
                        "--seqlets",
                        "--sequences",
                        "--sites",
                        "--target",
                        "--targets",
                        "--trial-models",
                        "--truth",
                        "--truth-motifs",
                        "--vcf",
                        "FILE",
                        "SHARD");
    }

    /** An output stream of the test, which is not part of a plan. */
    @Test
    void filesOutsideARunNeedNoPlan() throws IOException {
        Path file = folder.resolve("own.txt");
        Outputs.write(file.toString(), OutputStream::flush);
        assertThat(file).exists();
    }

    private static final class ArgSpecs {
        static String name(ArgSpec argument) {
            return argument instanceof picocli.CommandLine.Model.OptionSpec option
                    ? option.longestName()
                    : argument.paramLabel();
        }
    }
}
