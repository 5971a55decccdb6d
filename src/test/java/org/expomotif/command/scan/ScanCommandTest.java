package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import htsjdk.tribble.readers.TabixReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import org.expomotif.command.Captured;
import org.expomotif.command.TableRows;
import org.expomotif.io.track.ReadBigWig;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.run.Checksum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
    private static final String MEME = """
            MEME version 4

            ALPHABET= ACGT

            Background letter frequencies
            A 0.4 C 0.1 G 0.2 T 0.3

            MOTIF w3 three
            letter-probability matrix: alength= 4 w= 3 nsites= 10
            0.8 0.1 0.1 0
            0 1 0 0
            0.1 0.2 0.3 0.4
            MOTIF w1
            letter-probability matrix: alength= 4 w= 1
            0.7 0.1 0.1 0.1
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(folder.resolve("m.meme"), MEME);
        Files.writeString(folder.resolve("s.fa"), ">chr7:1001-1019 a piece\nACTGGnACGag\r\nuACCRGGT");
        Files.writeString(folder.resolve("r.bed"), "chr7:1001-1019\t0\t3\nchr7:1001-1019\t6\t9\nchrNone\t1\t9\n");
    }

    private int scan(String... more) {
        String[] fixed = {"scan", "-q", "--motifs", path("m.meme"), "--motif", "w3", "--sequences", path("s.fa")};
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return Captured.run(all).code();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> rows(String name) throws IOException {
        return TableRows.of(folder.resolve(name));
    }

    @Test
    void theSuffixChoosesTheFormatAndAllSitesAgree() throws IOException {
        for (String name : List.of("h.tsv", "h.bed", "h.gff3")) {
            assertThat(scan("--background", "motif-file", "--threshold", "0.01", "--qvalue", "-o", path(name)))
                    .isZero();
        }
        assertThat(rows("h.tsv"))
                .containsExactly(
                        "motif_id\tmotif_alt_id\tsequence_name\tstart\tstop\tstrand\tscore\tp-value\tq-value"
                                + "\tmatched_sequence",
                        "w3\tthree\tchr7:1001-1019\t7\t9\t+\t4.91176\t0.00788\t0.173\tACG");
        assertThat(rows("h.bed"))
                .containsExactly("chr7:1001-1019\t6\t9\tw3\t210\t+\t4.91176\t0.00788\t0.173\tACG\tthree");
        assertThat(Files.readAllLines(folder.resolve("h.gff3"))).startsWith("##gff-version 3");
        assertThat(rows("h.gff3"))
                .containsExactly("chr7:1001-1019\texpomotif\tnucleotide_motif\t7\t9\t21\t+\t.\tName=w3_chr7:1001-1019+;"
                        + "Alias=three;ID=w3-chr7:1001-1019-7+;pvalue=0.00788;qvalue=0.173;sequence=ACG");
        assertThat(Files.readString(folder.resolve("h.tsv"))).contains("# ").contains("sha256");
    }

    @Test
    void sortedSitesAndTheirIndexAppearTogetherOrNotAtAll() throws IOException {
        String[] sorted = {"--threshold", "0.1", "--sort", "-o", path("h.bed.gz")};
        assertThat(scan(sorted)).isZero();
        try (TabixReader reader = new TabixReader(path("h.bed.gz"))) {
            assertThat(reader.query("chr7:1001-1019", 7, 9).next()).startsWith("chr7:1001-1019\t6\t9\tw3");
        }
        Files.delete(folder.resolve("h.bed.gz"));
        Files.delete(folder.resolve("h.bed.gz.tbi"));
        Files.createDirectory(folder.resolve("h.bed.gz.tbi"));
        assertThat(scan(sorted)).isEqualTo(1);
        assertThat(folder.resolve("h.bed.gz")).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("m.meme", "s.fa", "r.bed", "h.bed.gz.tbi");
        }
    }

    @Test
    void regionsAndPlacesOnTheGenome() throws IOException {
        String[] loose = {"--background", "motif-file", "--threshold", "0.04", "--no-revcomp", "-o", path("h.bed")};
        assertThat(scan(with(loose, "--regions", path("r.bed")))).isZero();
        assertThat(rows("h.bed")).extracting(row -> row.split("\t")[1]).containsExactly("0", "6");
        assertThat(scan(with(loose, "--genomic-coordinates"))).isZero();
        assertThat(rows("h.bed"))
                .extracting(row -> row.substring(0, row.indexOf("\tw3")))
                .containsExactly("chr7\t1000\t1003", "chr7\t1006\t1009", "chr7\t1012\t1015");
        assertThat(scan(with(loose, "--genomic-coordinates", "--regions", path("r.bed"))))
                .isEqualTo(2);
        Files.writeString(folder.resolve("r.bed"), "chr7:1001-1019\t0\t20\n");
        assertThat(scan(with(loose, "--regions", path("r.bed")))).isEqualTo(1);
    }

    /** With an index, and from a stream, which is read to the end of its sequences. */
    @Test
    void theTrackOfRegionsKnowsHowLongTheSequencesAre() throws IOException, DataFormatException {
        Files.writeString(folder.resolve("s.fa"), ">one\nACTGGTACGAGTACCAGGTA\n>two=2\nACTGGTACGA\n>three\nACTGG\n");
        Files.writeString(folder.resolve("r.bed"), "one\t2\t9\ntwo=2\t0\t5\none\t4\t12\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("z.fa.gz")))) {
            Files.copy(folder.resolve("s.fa"), out);
        }
        List<Map<String, Float>> tracks = new ArrayList<>();
        for (String sequences : List.of("s.fa", "z.fa.gz")) {
            assertThat(Captured.run(
                                    "scan",
                                    "-q",
                                    "--motifs",
                                    path("m.meme"),
                                    "--sequences",
                                    path(sequences),
                                    "--regions",
                                    path("r.bed"),
                                    "--scores",
                                    path("t.bw"),
                                    "-o",
                                    path("h.gff3"))
                            .code())
                    .isZero();
            ReadBigWig track = new ReadBigWig(folder.resolve("t.bw"));
            assertThat(track.lengths()).isEqualTo(Map.of("one", 20, "two=2", 10));
            tracks.add(track.values());
        }
        assertThat(tracks.getFirst()).hasSize(10 + 5).isEqualTo(tracks.getLast());
    }

    @Test
    void aMotifMayHaveAPseudocountOfItsOwn() throws IOException {
        String[] fixed = {
            "scan",
            "-q",
            "--motifs",
            path("m.meme"),
            "--sequences",
            path("s.fa"),
            "--threshold",
            "1",
            "-o",
            path("x.tsv")
        };
        assertThat(Captured.run(with(fixed, "--motif-pseudo", "3")).code()).isZero();
        List<String> three = rows("x.tsv");
        assertThat(Captured.run(fixed).code()).isZero();
        List<String> usual = rows("x.tsv");
        assertThat(Captured.run(with(fixed, "--motif-pseudo", "w3=3")).code()).isZero();
        List<String> mixed = rows("x.tsv");
        assertThat(mixed).filteredOn(row -> row.startsWith("w3")).isNotEmpty().isSubsetOf(three);
        assertThat(mixed).filteredOn(row -> row.startsWith("w1")).isNotEmpty().isSubsetOf(usual);
        assertThat(mixed).isNotEqualTo(three).isNotEqualTo(usual);
        assertThat(Captured.run(with(fixed, "--motif-pseudo", "w3=0.1", "--motif-pseudo", "3"))
                        .code())
                .isZero();
        assertThat(rows("x.tsv")).filteredOn(row -> row.startsWith("w3")).isSubsetOf(usual);
        assertThat(Captured.run(with(fixed, "--motif-pseudo", "w4=3")).code()).isEqualTo(1);
        assertThat(Captured.run(with(fixed, "--motif-pseudo", "w3=-3")).code()).isEqualTo(2);
        assertThat(Captured.run(with(fixed, "--motif-pseudo", "much")).code()).isEqualTo(2);
    }

    @Test
    void aFileOfWhichOnlyPartsAreReadIsRecordedByItsSize() throws IOException {
        assertThat(scan("--regions", path("r.bed"), "-o", path("parts.tsv"))).isZero();
        assertThat(Files.readAllLines(folder.resolve("parts.tsv")))
                .contains("# input: " + path("s.fa") + " bytes:" + Files.size(folder.resolve("s.fa")));
        assertThat(scan("-o", path("whole.tsv"))).isZero();
        assertThat(Files.readAllLines(folder.resolve("whole.tsv")))
                .contains("# input: " + path("s.fa") + " " + Checksum.of(path("s.fa")))
                .anyMatch(line -> line.startsWith("motif_id"));
    }

    @Test
    void filtersOfAModelAreScanned() throws IOException {
        Network network = Network.create(
                Architectures.named("cnn-deep", 200, Activation.named("exponential"), 2),
                Initialization.named("glorot-uniform"),
                1);
        ModelInfo info =
                new ModelInfo(List.of("a", "b"), 200, "cnn-deep", "exponential", Map.of(), Map.of(), 1, "test");
        new Model(network, info).write(path("model.zip"));
        Files.writeString(folder.resolve("long.fa"), ">s\n" + "ACGTTGCAAGGCTTAC".repeat(20) + "\n");
        String[] command = {
            "scan",
            "-q",
            "--model",
            path("model.zip"),
            "--sequences",
            path("long.fa"),
            "--threshold",
            "0.01",
            "-o",
            path("f.tsv")
        };
        assertThat(Captured.run(command).code()).isZero();
        assertThat(rows("f.tsv").get(1))
                .matches("filter\\d+\t\ts\t\\d+\t\\d+\t[+-]\t[-.\\d]+\t0\\.00\\d+\t\t[ACGT]{19}");
        assertThat(Captured.run(with(command, "--background", "motif-file")).code())
                .isEqualTo(2);
    }

    @Test
    void faultsOfTheCommandLineAndOfTheInput() {
        assertThat(scan("--threshold", "2", "-o", path("x.tsv"))).isEqualTo(2);
        assertThat(scan("--threshold", "0", "-o", path("x.tsv"))).isEqualTo(2);
        assertThat(scan("--motif-pseudo", "-1", "-o", path("x.tsv"))).isEqualTo(2);
        assertThat(scan("--model", path("m.zip"), "-o", path("x.tsv"))).isEqualTo(2);
        assertThat(scan("--motif-pseudo", "0", "-o", path("x.tsv"))).isEqualTo(1);
        assertThat(scan("--motif", "none", "-o", path("x.tsv"))).isEqualTo(1);
        assertThat(scan("--background", path("none.txt"), "-o", path("x.tsv"))).isEqualTo(1);
        assertThat(folder.resolve("x.tsv")).doesNotExist();
    }

    private static String[] with(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
