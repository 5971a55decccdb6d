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
import org.expomotif.command.Captured;
import org.expomotif.command.TableRows;
import org.expomotif.io.numpy.Npz;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The merged shards of an attribution equal the output of an undivided run, byte for byte. */
class AttributeShardsTest {
    private static final int LENGTH = 200;
    private static final int SEQUENCES = 13;

    @TempDir
    static Path folder;

    @BeforeAll
    static void files() throws IOException {
        NetworkSpec spec = Architectures.named("cnn-local", LENGTH, Activation.named("exponential"), 2);
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), 7);
        new Model(network, ModelInfo.of(spec, List.of("left", "right"), Map.of(), Map.of(), 7, "test"))
                .write(path("model.zip"));
        Random random = new Random(3);
        StringBuilder fasta = new StringBuilder();
        StringBuilder labels = new StringBuilder("id\tsplit\tleft\tright\n");
        StringBuilder sites = new StringBuilder();
        StringBuilder regions = new StringBuilder();
        for (int i = 0; i < SEQUENCES; i++) {
            // Names of unequal length: the width of a text array is that of its longest.
            String name = "s" + "x".repeat(i) + i;
            fasta.append('>').append(name).append('\n').append(bases(random)).append('\n');
            labels.append(name + "\t" + (i < 2 ? "train" : "test") + "\t" + i % 2 + "\t1\n");
            // The last sequences have no planted motif, so a shard of them has no areas.
            sites.append(i > 8 ? "" : name + "\t" + (20 + i) + "\t40\tM1\t0\t+\n");
            regions.append("chr\t" + (150 + 31 * i) + "\t" + (180 + 31 * i) + "\tr\t0\t" + "+-".charAt(i % 2) + "\n");
        }
        Files.writeString(folder.resolve("s.fa"), fasta);
        Files.writeString(folder.resolve("labels.tsv"), labels);
        Files.writeString(folder.resolve("sites.bed"), sites);
        Files.writeString(folder.resolve("regions.bed"), regions);
        Files.writeString(
                folder.resolve("genome.fa"),
                ">chr\n" + bases(random) + bases(random) + bases(random) + bases(random) + "\n");
    }

    private static String bases(Random random) {
        StringBuilder bases = new StringBuilder();
        for (int j = 0; j < LENGTH; j++) {
            bases.append("ACGTacgtN".charAt(random.nextInt(j % 50 == 0 ? 9 : 8)));
        }
        return bases.toString();
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static Captured attribute(List<String> more) {
        List<String> words = new ArrayList<>(List.of("attribute", "-q", "--model", path("model.zip")));
        words.addAll(more);
        return Captured.run(words.toArray(String[]::new));
    }

    /** Writes files named NAME, with a different suffix for each option that writes a file. */
    private static Captured write(String name, List<String> outputs, List<String> more) {
        List<String> words = new ArrayList<>(more);
        for (int i = 0; i < outputs.size(); i += 2) {
            words.addAll(List.of(outputs.get(i), path(name + outputs.get(i + 1))));
        }
        return attribute(words);
    }

    private static Captured merge(String output, List<String> parts) {
        List<String> words = new ArrayList<>(List.of("merge", "-q", "-o", path(output)));
        words.addAll(parts);
        return Captured.run(words.toArray(String[]::new));
    }

    private static List<String> parts(int count, List<String> outputs, List<String> more) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            List<String> words = new ArrayList<>(more);
            words.addAll(List.of("--shard", i + "/" + count));
            Captured said = write("part" + i, outputs, words);
            assertThat(said.code()).as(said.err()).isZero();
            names.add("part" + i);
        }
        return names;
    }

    private static void assertPartsMakeTheWhole(List<Integer> counts, List<String> outputs, String... more)
            throws IOException {
        List<String> words = Arrays.asList(more);
        Captured said = write("whole", outputs, words);
        assertThat(said.code()).as(said.err()).isZero();
        for (int count : counts) {
            List<String> names = parts(count, outputs, words);
            for (int i = 1; i < outputs.size(); i += 2) {
                String suffix = outputs.get(i);
                List<String> files = new ArrayList<>(
                        names.stream().map(name -> path(name + suffix)).toList());
                Collections.shuffle(files, new Random(count));
                Captured merged = merge("merged" + suffix, files);
                assertThat(merged.code()).as(merged.err()).isZero();
                assertThat(Files.readAllBytes(folder.resolve("merged" + suffix)))
                        .as(count + " parts, " + suffix)
                        .isEqualTo(Files.readAllBytes(folder.resolve("whole" + suffix)));
            }
        }
    }

    @Test
    void everyFileOfTheShares() throws IOException {
        List<String> files = List.of(
                "-o",
                ".npz",
                "--summary",
                ".summary.tsv",
                "--one-hot",
                ".onehot.npz",
                "--evaluation",
                ".evaluation.tsv");
        List<String> chosen = List.of(
                "--sequences",
                path("s.fa"),
                "--labels",
                path("labels.tsv"),
                "--split",
                "test",
                "--limit",
                "10",
                "--class",
                "right",
                "--positives",
                "--sites",
                path("sites.bed"),
                "--method",
                "integrated-gradients",
                "--steps",
                "3",
                "--references",
                "2");
        // More shards than sequences: some are empty.
        assertPartsMakeTheWhole(List.of(1, 3, 12), files, chosen.toArray(String[]::new));
        assertThat(Npz.read(path("whole.npz")).get("ids").strings()).hasSize(10);
        assertThat(Npz.read(path("part1.npz")).get("ids").strings()).isEmpty();
        assertThat(Npz.read(path("merged.npz"))).doesNotContainKey("part");
        assertThat(Files.readString(folder.resolve("merged.evaluation.tsv"))).contains("\nmean\t", "\nsd\t", "\tNA\t");
        assertThat(Files.readString(folder.resolve("part1.evaluation.tsv"))).doesNotContain("\nmean\t");
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
    void everyMethodWhateverTheNeighbours(String method) throws IOException {
        assertPartsMakeTheWhole(
                List.of(3),
                List.of("-o", ".tsv.gz"),
                "--sequences",
                path("s.fa"),
                "--class",
                "1",
                "--seed",
                "5",
                "--method",
                method);
    }

    @Test
    void regionsOfAGenomeAndReferencesOfAFile() throws IOException {
        assertPartsMakeTheWhole(
                List.of(4),
                List.of("-o", ".tsv"),
                "--regions",
                path("regions.bed"),
                "--genome",
                path("genome.fa"),
                "--class",
                "2",
                "--method",
                "deepshap",
                "--reference",
                path("s.fa"),
                "--references",
                "4");
        assertThat(Files.readString(folder.resolve("whole.tsv"))).contains("r::chr:65-265\t", "(-)\t");
    }

    /** Regions without a window are not divided among the shards; every shard lists all of them. */
    @Test
    void regionsThatAreSkipped() throws IOException {
        String regions = Files.readString(folder.resolve("regions.bed"));
        Files.writeString(
                folder.resolve("some.bed"), "chr\t0\t10\n" + regions + "none\t1\t5\nchr\t790\t801\n" + regions);
        List<String> rest = List.of(
                "--regions",
                path("some.bed"),
                "--genome",
                path("genome.fa"),
                "--skip-outside",
                "--class",
                "1",
                "--method",
                "saliency");
        List<String> all = new ArrayList<>(rest);
        all.addAll(List.of("--dropped", path("whole.dropped.tsv")));
        assertThat(write("whole", List.of("-o", ".npz"), all).code()).isZero();
        List<String> names = parts(3, List.of("-o", ".npz", "--dropped", ".dropped.tsv"), rest);
        List<String> dropped = TableRows.of(folder.resolve("whole.dropped.tsv"));
        assertThat(dropped).hasSize(4);
        for (String name : names) {
            assertThat(Files.readAllLines(folder.resolve(name + ".dropped.tsv")))
                    .containsAll(dropped);
        }
        assertThat(merge(
                                "merged.npz",
                                names.stream().map(name -> path(name + ".npz")).toList())
                        .code())
                .isZero();
        assertThat(Npz.read(path("merged.npz")).get("ids").strings())
                .hasSize(2 * SEQUENCES)
                .doesNotHaveDuplicates()
                .isEqualTo(Npz.read(path("whole.npz")).get("ids").strings());
    }

    @Test
    void filesOfEveryClass() throws IOException {
        List<String> all = List.of("--sequences", path("s.fa"), "--class", "all", "--method", "saliency");
        assertThat(write("whole", List.of("-o", ".npz"), all).code()).isZero();
        List<String> names = parts(2, List.of("-o", ".npz"), all);
        for (String of : List.of(".left.npz", ".right.npz")) {
            List<String> files = names.stream().map(name -> path(name + of)).toList();
            assertThat(merge("merged" + of, files).code()).isZero();
            assertThat(folder.resolve("merged" + of)).hasSameBinaryContentAs(folder.resolve("whole" + of));
        }
        assertRefused(
                List.of(path("part1.left.npz"), path("part2.left.npz"), path("part2.left.npz")),
                "shard 2 of 2 is given twice");
    }

    private static void assertRefused(List<String> parts, String... said) {
        Captured refused = merge("refused.npz", parts);
        assertThat(refused.code()).as(refused.err()).isEqualTo(1);
        assertThat(refused.err()).contains(said).doesNotContain("\tat ");
        assertThat(folder.resolve("refused.npz")).doesNotExist();
    }

    @Test
    void partsThatAreMissingForeignOrCutShort() throws IOException {
        List<String> words = List.of("--sequences", path("s.fa"), "--class", "1", "--method", "saliency");
        List<String> files = List.of("-o", ".npz", "--summary", ".tsv");
        parts(3, files, words);
        assertRefused(List.of(path("part1.npz"), path("part3.npz")), "shard 2 of 3 is missing");
        assertRefused(List.of(path("part1.tsv"), path("part2.tsv")), "shard 3 of 3 is missing");
        List<String> npz = List.of(path("part1.npz"), path("part2.npz"), path("part3.npz"));
        List<String> tsv = List.of(path("part1.tsv"), path("part2.tsv"), path("part3.tsv"));
        write("part2", files, with(words, "--no-correct-gradient", "--shard", "2/3"));
        assertRefused(npz, "belongs to another attribution", "part2.npz", "command:");
        assertRefused(tsv, "belongs to another attribution", "part2.tsv");
        write("part2", files, with(words, "--shard", "2/3"));
        write("whole", files, words);
        assertRefused(List.of(path("part1.npz"), path("whole.npz")), "not a shard of an attribution", "whole.npz");
        assertRefused(List.of(path("part1.tsv"), path("whole.tsv")), "not a shard of an attribution", "whole.tsv");
        assertRefused(List.of(path("whole.tsv")), "not a shard of a scan or an attribution");
        for (int cut : new int[] {2, 30, 90}) {
            shorten("part3.npz", cut);
            assertRefused(npz, "part3.npz", "damaged");
            shorten("part2.tsv", cut);
            assertRefused(tsv, "part2.tsv", "ends early");
        }
    }

    @Test
    void aPartWhoseBytesChanged() throws IOException {
        List<String> words = List.of("--sequences", path("s.fa"), "--class", "1", "--method", "saliency");
        parts(2, List.of("-o", ".npz"), words);
        byte[] bytes = Files.readAllBytes(folder.resolve("part2.npz"));
        bytes[bytes.length / 5] ^= 8;
        Files.write(folder.resolve("part2.npz"), bytes);
        assertRefused(List.of(path("part1.npz"), path("part2.npz")), "part2.npz", "damaged", "again");
    }

    private static List<String> with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static void shorten(String name, int bytes) throws IOException {
        Path file = folder.resolve(name);
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - bytes));
    }

    @Test
    void whatDoesNotGoWithAShare() {
        List<String> words = List.of("--class", "1", "--method", "saliency", "--shard", "1/2", "--sequences");
        for (String output : List.of("x.bw", "x.bedgraph")) {
            assertFault(attribute(with(words, path("s.fa"), "-o", path(output))), "--shard writes .npz or .tsv");
        }
        assertFault(
                attribute(with(words, path("s.fa"), "--logo", path("x.svg"))),
                "--logo cannot be combined with --shard");
        assertFault(attribute(with(words, "-")), "--shard reads the sequences twice");
        assertThat(attribute(with(words, path("s.fa"), "--limit", "1")).code()).isZero();
    }

    private static void assertFault(Captured said, String message) {
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.err()).contains(message);
    }
}
