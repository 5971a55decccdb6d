package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.expomotif.io.numpy.Npz;
import org.expomotif.testing.Bed;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.LabelTable;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The merged shards of an attribution equal the output of an undivided run, byte for byte. */
class AttributeShardsTest {
    private static final int LENGTH = 200;
    private static final int SEQUENCES = 13;
    private static final String SALIENCY = "--sequences @/s.fa --class 1 --method saliency";
    private static final Map<String, String> SCORES_AND_SUMS = Map.of("-o", ".npz", "--summary", ".tsv");
    private static final List<String> THREE = List.of("part1", "part2", "part3");

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeFiles() {
        TinyModel.write(TinyModel.untrained("cnn-local", "exponential", 7, "left", "right"), path("model.zip"));
        Random random = new Random(3);
        Fasta fasta = Fasta.empty();
        LabelTable labels = LabelTable.of("left", "right");
        Bed sites = Bed.empty();
        Bed regions = Bed.empty();
        for (int i = 0; i < SEQUENCES; i++) {
            // Names of unequal length: the width of a text array is that of its longest.
            String name = "s" + "x".repeat(i) + i;
            fasta.and(name, bases(random));
            labels.and(name, i < 2 ? "train" : "test", i % 2, 1);
            // The last sequences have no planted motif, so a shard of them has no areas.
            if (i <= 8) {
                sites.site(name, 20 + i, 40, "M1");
            }
            regions.and("chr", 150 + 31 * i, 180 + 31 * i, "r", 0, "+-".charAt(i % 2));
        }
        fasta.write(path("s.fa"));
        labels.write(path("labels.tsv"));
        sites.write(path("sites.bed"));
        regions.write(path("regions.bed"));
        Fasta.of("chr", bases(random) + bases(random) + bases(random) + bases(random))
                .write(path("genome.fa"));
    }

    private static String bases(Random random) {
        StringBuilder bases = new StringBuilder();
        for (int j = 0; j < LENGTH; j++) {
            bases.append("ACGTacgtN".charAt(random.nextInt(j % 50 == 0 ? 9 : 8)));
        }
        return bases.toString();
    }

    private static Path path(String name) {
        return folder.resolve(name);
    }

    private static CommandResult run(String line) {
        return CommandLineRun.parse(folder, line).run();
    }

    private static CommandResult attribute(String more) {
        return run("attribute -q --model @/model.zip " + more);
    }

    /** The options that write files named NAME, with a different suffix for each option. */
    private static String outputs(String name, Map<String, String> suffixes) {
        StringBuilder words = new StringBuilder();
        suffixes.forEach((option, suffix) -> words.append(option + " @/" + name + suffix + " "));
        return words.toString();
    }

    private static CommandResult merge(String output, List<String> parts) {
        return run("merge -q -o @/" + output + " @/" + String.join(" @/", parts));
    }

    /** The names of the files of every part, without their suffixes. */
    private static List<String> parts(int count, Map<String, String> suffixes, String more) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("part" + i);
            attribute(outputs("part" + i, suffixes) + more + " --shard " + i + "/" + count)
                    .succeeds();
        }
        return names;
    }

    private static List<String> files(List<String> names, String suffix) {
        return names.stream().map(name -> name + suffix).toList();
    }

    private static void assertPartsMakeTheWhole(List<Integer> counts, Map<String, String> suffixes, String more) {
        attribute(outputs("whole", suffixes) + more).succeeds();
        for (int count : counts) {
            List<String> names = parts(count, suffixes, more);
            for (String suffix : suffixes.values()) {
                List<String> files = new ArrayList<>(files(names, suffix));
                Collections.shuffle(files, new Random(count));
                merge("merged" + suffix, files).succeeds();
                assertThat(path("merged" + suffix))
                        .as(count + " parts, " + suffix)
                        .hasSameBinaryContentAs(path("whole" + suffix));
            }
        }
    }

    @Test
    void everyFileOfTheShares() throws IOException {
        Map<String, String> files = Map.of(
                "-o",
                ".npz",
                "--summary",
                ".summary.tsv",
                "--one-hot",
                ".onehot.npz",
                "--evaluation",
                ".evaluation.tsv");
        // More shards than sequences: some are empty.
        assertPartsMakeTheWhole(
                List.of(1, 3, 12),
                files,
                "--sequences @/s.fa --labels @/labels.tsv --split test --limit 10 --class right --positives"
                        + " --sites @/sites.bed --method integrated-gradients --steps 3 --references 2");
        assertThat(ids("whole.npz")).hasSize(10);
        assertThat(ids("part1.npz")).isEmpty();
        assertThat(Npz.read(folder + "/merged.npz")).doesNotContainKey("part");
        assertThat(Files.readString(path("merged.evaluation.tsv"))).contains("\nmean\t", "\nsd\t", "\tNA\t");
        assertThat(Files.readString(path("part1.evaluation.tsv"))).doesNotContain("\nmean\t");
    }

    private static String[] ids(String name) {
        return Npz.read(folder + "/" + name).get("ids").strings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saliency",
                "input-x-gradient",
                "smoothgrad",
                "expected-integrated-gradients",
                "deeplift",
                "deepshap",
                "mutagenesis"
            })
    void everyMethodWhateverTheNeighbours(String method) {
        assertPartsMakeTheWhole(
                List.of(3), Map.of("-o", ".tsv.gz"), "--sequences @/s.fa --class 1 --seed 5 --method " + method);
    }

    @Test
    void regionsOfAGenomeAndReferencesOfAFile() {
        assertPartsMakeTheWhole(
                List.of(4),
                Map.of("-o", ".tsv"),
                "--regions @/regions.bed --genome @/genome.fa --class 2 --method deepshap --reference @/s.fa"
                        + " --references 4");
        assertThat(path("whole.tsv")).content().contains("r::chr:65-265\t", "(-)\t");
    }

    /** Regions without a window are not divided among the shards; every shard lists all of them. */
    @Test
    void regionsThatAreSkipped() throws IOException {
        String regions = Files.readString(path("regions.bed"));
        TextFile.write(path("some.bed"), "chr\t0\t10\n" + regions + "none\t1\t5\nchr\t790\t801\n" + regions);
        String line = "--regions @/some.bed --genome @/genome.fa --skip-outside --class 1 --method saliency";
        attribute(line + " -o @/whole.npz --dropped @/whole.dropped.tsv").succeeds();
        List<String> names = parts(3, Map.of("-o", ".npz", "--dropped", ".dropped.tsv"), line);
        List<String> dropped = Rows.of(path("whole.dropped.tsv"));
        assertThat(dropped).hasSize(4);
        for (String name : names) {
            assertThat(Rows.of(path(name + ".dropped.tsv"))).isEqualTo(dropped);
        }
        merge("merged.npz", files(names, ".npz")).succeeds();
        assertThat(ids("merged.npz"))
                .hasSize(2 * SEQUENCES)
                .doesNotHaveDuplicates()
                .isEqualTo(ids("whole.npz"));
    }

    @Test
    void filesOfEveryClass() {
        String line = "--sequences @/s.fa --class all --method saliency";
        attribute(line + " -o @/whole.npz").succeeds();
        List<String> names = parts(2, Map.of("-o", ".npz"), line);
        for (String of : List.of(".left.npz", ".right.npz")) {
            merge("merged" + of, files(names, of)).succeeds();
            assertThat(path("merged" + of)).hasSameBinaryContentAs(path("whole" + of));
        }
        assertRefused(List.of("part1.left.npz", "part2.left.npz", "part2.left.npz"), "shard 2 of 2 is given twice");
    }

    private static void assertRefused(List<String> parts, String... texts) {
        merge("refused.npz", parts).isRefused(1, texts);
        assertThat(path("refused.npz")).doesNotExist();
    }

    @Test
    void missingPartsAreNamed() {
        parts(3, SCORES_AND_SUMS, SALIENCY);
        assertRefused(List.of("part1.npz", "part3.npz"), "shard 2 of 3 is missing");
        assertRefused(List.of("part1.tsv", "part2.tsv"), "shard 3 of 3 is missing");
    }

    @Test
    void partsOfAnotherRunAreNamed() {
        parts(3, SCORES_AND_SUMS, SALIENCY);
        attribute(outputs("part2", SCORES_AND_SUMS) + SALIENCY + " --no-correct-gradient --shard 2/3")
                .succeeds();
        assertRefused(files(THREE, ".npz"), "belongs to another attribution", "part2.npz", "command:");
        assertRefused(files(THREE, ".tsv"), "belongs to another attribution", "part2.tsv");
    }

    @Test
    void filesThatAreNotPartsAreNamed() {
        parts(3, SCORES_AND_SUMS, SALIENCY);
        attribute(outputs("whole", SCORES_AND_SUMS) + SALIENCY).succeeds();
        assertRefused(List.of("part1.npz", "whole.npz"), "not a shard of an attribution", "whole.npz");
        assertRefused(List.of("part1.tsv", "whole.tsv"), "not a shard of an attribution", "whole.tsv");
        assertRefused(List.of("whole.tsv"), "not a shard of a scan or an attribution");
    }

    @Test
    void partsCutShortAreNamed() throws IOException {
        parts(3, SCORES_AND_SUMS, SALIENCY);
        for (int cut : new int[] {2, 30, 90}) {
            shorten("part3.npz", cut);
            assertRefused(files(THREE, ".npz"), "part3.npz", "damaged");
            shorten("part2.tsv", cut);
            assertRefused(files(THREE, ".tsv"), "part2.tsv", "ends early");
        }
    }

    @Test
    void aPartWhoseBytesChangedIsNamed() throws IOException {
        parts(2, Map.of("-o", ".npz"), SALIENCY);
        byte[] bytes = Files.readAllBytes(path("part2.npz"));
        bytes[bytes.length / 5] ^= 8;
        Files.write(path("part2.npz"), bytes);
        assertRefused(List.of("part1.npz", "part2.npz"), "part2.npz", "damaged", "again");
    }

    private static void shorten(String name, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(path(name));
        Files.write(path(name), Arrays.copyOf(all, all.length - bytes));
    }

    @Test
    void whatDoesNotGoWithAShareIsAUsageError() {
        String line = "--class 1 --method saliency --shard 1/2 --sequences ";
        for (String output : List.of("x.bw", "x.bedgraph")) {
            attribute(line + "@/s.fa -o @/" + output).isRefused(2, "--shard writes .npz or .tsv");
        }
        attribute(line + "@/s.fa --logo @/x.svg").isRefused(2, "--logo cannot be combined with --shard");
        attribute(line + "-").isRefused(2, "--shard reads the sequences twice");
    }

    @Test
    void aShareMayHaveALimit() {
        attribute("--class 1 --method saliency --shard 1/2 --sequences @/s.fa --limit 1")
                .succeeds();
    }
}
