package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.expomotif.command.Captured;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ordinary files of sequences that once gave a wrong answer, through the command line. */
class SequenceCasesTest {
    private static final String CASES = "test-data/cases/";
    private static final String MOTIF = CASES + "m.meme";

    @TempDir
    private Path folder;

    /** Sequence, start and stop of the sites that a scan finds. */
    private static List<String> sites(Captured run) {
        assertThat(run.code()).as(run.err()).isZero();
        return run.out()
                .lines()
                .filter(line -> line.startsWith("m1\t"))
                .map(line -> line.split("\t"))
                .map(cells -> cells[2] + ":" + cells[3] + "-" + cells[4])
                .toList();
    }

    private static Captured scan(String sequences, String... more) {
        return Captured.run(Stream.concat(
                        Stream.of("scan", "--motifs", MOTIF, "--sequences", sequences, "--no-revcomp", "--quiet"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String copy(String name) throws IOException {
        return Files.copy(Path.of(CASES + name), folder.resolve(name)).toString();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aGenbankRecordWithoutBasesIsRefusedByName() {
        Captured run = scan(CASES + "two.gb");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("two.gb, line 7, record BB2.1: the record has no sequence: expected bases under ORIGIN");
    }

    @Test
    void anIndexOfAnotherLayoutIsNotBelieved() throws IOException {
        String fasta = copy("stale.fa");
        Path index = Path.of(copy("stale.fa.fai"));
        String regions = copy("stale.bed");
        Files.setLastModifiedTime(Path.of(fasta), FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(index, FileTime.fromMillis(2_000_000));
        Captured run = scan(fasta, "--regions", regions);
        assertThat(sites(run)).containsExactly("chrA:11-18", "chrB:21-28");
        assertThat(run.err())
                .contains("warning: " + index + " is not used (" + fasta + ", sequence chrA: the index does not fit the"
                        + " file: ")
                .contains("; make it again: samtools faidx " + fasta);
        assertThat(index).hasSameTextualContentAs(Path.of(CASES + "stale.fa.fai"));
        assertThat(sites(scan(fasta))).as("without regions").containsExactly("chrA:11-18", "chrB:21-28");
        Files.delete(index);
        Captured made = scan(fasta, "--regions", regions);
        assertThat(sites(made)).containsExactly("chrA:11-18", "chrB:21-28");
        assertThat(made.err()).isEmpty();
        assertThat(index).hasContent("chrA\t28\t9\t28\t29\nchrB\t30\t44\t30\t31");
    }

    @Test
    void sequencesOfOneNameAreScannedOneByOne() {
        String twice = CASES + "twice.fa";
        Captured run = scan(twice);
        assertThat(sites(run)).containsExactly("chr1:100-108:1-8", "chr1:100-108:3-10");
        assertThat(run.err())
                .isEqualTo("warning: " + twice + ": 1 of 2 sequences repeats the name of an earlier one,"
                        + " the first is \"chr1:100-108\" in line 3 and before in line 1; all are used\n");
        assertThat(sites(scan(twice, "--best"))).containsExactly("chr1:100-108:1-8", "chr1:100-108:3-10");
        assertThat(sites(scan(twice, "--sort"))).containsExactly("chr1:100-108:1-8", "chr1:100-108:3-10");
    }

    @Test
    void qValuesOfRepeatedNamesAreThoseOfDifferentNames() throws IOException {
        String text = Files.readString(Path.of(CASES + "twice.fa"));
        String different = write("d.fa", text.replaceFirst("108 b", "109 b"));
        String repeated = scan(CASES + "twice.fa", "--qvalue").out().replaceAll("(?m)^#.*\n", "");
        String apart = scan(different, "--qvalue").out().replaceAll("(?m)^#.*\n", "");
        assertThat(repeated.lines().filter(line -> line.startsWith("m1\t"))).hasSize(2);
        assertThat(repeated).isEqualTo(apart.replace("chr1:100-109", "chr1:100-108"));
    }

    @Test
    void everyCountOfRepeatedNamesHasItsRow() throws IOException {
        Path counts = folder.resolve("c.tsv");
        assertThat(scan(CASES + "twice.fa", "--counts", counts.toString()).code())
                .isZero();
        assertThat(Files.readAllLines(counts).stream().filter(line -> line.startsWith("chr1")))
                .containsExactly("chr1:100-108\t1", "chr1:100-108\t1");
    }

    @Test
    void whereverNamesAreKeysARepeatedOneIsRefusedWithBothLines() throws IOException {
        NetworkSpec spec = Architectures.named("cnn-2", 200, Activation.named("relu"), 1);
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), 1);
        String model = folder.resolve("m.zip").toString();
        new Model(network, ModelInfo.of(spec, List.of("c"), Map.of(), Map.of(), 1, "test")).write(model);
        String sequences = write("s.fa", ">a\n" + "ACGTT".repeat(40) + "\n>b\nA\n>a\n" + "GGACT".repeat(40) + "\n");
        String labels = write("l.tsv", "id\tsplit\tc\na\ttest\t1\nb\ttest\t0\n");
        String sites = write("sites.bed", "a\t50\t53\tm\t0\t+\n");
        String out = folder.resolve("out.bed.gz").toString();
        refused("scan", "--motifs", MOTIF, "--sequences", sequences, "--regions", sites);
        refused(
                "scan",
                "--motifs",
                MOTIF,
                "--sequences",
                sequences,
                "--scores",
                folder.resolve("s.bw").toString());
        refused("scan", "--motifs", MOTIF, "--sequences", sequences, "--sort", "-o", out);
        refused("localize", "--motifs", MOTIF, "--sequences", sequences, "--sites", sites);
        sequences = write("t.fa", ">a\n" + "ACGTT".repeat(40) + "\n\n\n>a\n" + "GGACT".repeat(40) + "\n");
        refused("predict", "--model", model, "--sequences", sequences);
        refused(
                "attribute",
                "--model",
                model,
                "--sequences",
                sequences,
                "--method",
                "saliency",
                "-o",
                folder.resolve("a.npz").toString());
        refused("evaluate", "--model", model, "--sequences", sequences, "--labels", labels);
        refused("filters", "--model", model, "--sequences", sequences, "--labels", labels);
        refused("train", "--network", "cnn-2", "--sequences", sequences, "--labels", labels);
        assertThat(Captured.run("filters", "--model", model, "--sequences", sequences)
                        .code())
                .as("names are not used")
                .isZero();
    }

    private void refused(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        if (!line.contains("-o")) {
            line.addAll(List.of("-o", folder.resolve("result.zip").toString()));
        }
        Captured run = Captured.run(line.toArray(String[]::new));
        assertThat(run.err())
                .contains(".fa, line 5: two sequences have the same name: found \"a\" here and in line 1; give every"
                        + " sequence a name of its own");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void numberedFastaIsScannedAtItsOwnPositions() throws IOException {
        String fasta = write("n.fa", ">s\n        1 tttttttttt acgtaacctt\n       21 acgtaacc\n");
        Captured run = scan(fasta);
        assertThat(sites(run)).containsExactly("s:11-18", "s:21-28");
        assertThat(run.err())
                .isEqualTo("warning: " + fasta
                        + ": the position numbers in the sequence lines are left out, the first in line 2\n");
    }
}
