package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.expomotif.command.Captured;
import org.expomotif.command.TableRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regions and coordinates in headers, as files of other programs have them. */
class ScanRegionsTest {
    private static final String MOTIF = """
            MEME version 4

            ALPHABET= ACGT

            strands: + -

            MOTIF m1
            letter-probability matrix: alength= 4 w= 8 nsites= 100
            1 0 0 0
            0 1 0 0
            0 0 1 0
            0 0 0 1
            1 0 0 0
            1 0 0 0
            0 1 0 0
            0 1 0 0
            """;

    /** ACGTAACC at 20 to 28 of chrT, which has 60 bases. */
    private static final String CHR_T = ">chrT\n" + "T".repeat(20) + "ACGTAACC" + "T".repeat(32) + "\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void inputs() throws IOException {
        write("m.meme", MOTIF);
        write("t.fa", CHR_T);
        write("off_end.bed", "chrT\t0\t60\ta b\nchrT\t50\t75\tover\n");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void gzip(String from, String to) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(to)))) {
            Files.copy(folder.resolve(from), out);
        }
    }

    private Captured scan(String sequences, String... more) {
        Stream<String> fixed = Stream.of(
                "scan", "-q", "--threads", "2", "--motifs", file("m.meme"), "--sequences", file(sequences), "--format");
        return Captured.run(Stream.concat(fixed, Arrays.stream(more)).toArray(String[]::new));
    }

    /** The first, second, third and sixth column of sites in BED. */
    private static List<String> sites(Captured run) {
        assertThat(run.code()).as(run.err()).isZero();
        return run.out()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(cells -> String.join(" ", cells[0], cells[1], cells[2], cells[5]))
                .toList();
    }

    private static List<String> rows(Path table) throws IOException {
        return TableRows.of(table);
    }

    @Test
    void headersOfBedtoolsGivePlacesOnBothStrands() throws IOException {
        write("bedtools.fa", """
                >chrT:15-40
                TTTTTACGTAACCTTTTTTTTTTTT
                >chrT:15-40(-)
                AAAAAAAAAAAAGGTTACGTAAAAA
                """);
        Captured run = scan("bedtools.fa", "bed", "--genomic-coordinates");
        assertThat(sites(run)).containsExactly("chrT 20 28 +", "chrT 20 28 +");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(line -> !line.startsWith("#")))
                .allSatisfy(line -> assertThat(line).contains("\tACGTAACC\t"));
        assertThat(sites(scan("bedtools.fa", "bed", "--genomic-coordinates", "--sort", "--qvalue")))
                .hasSize(2);
        assertThat(sites(scan("bedtools.fa", "bed", "--genomic-coordinates", "--best")))
                .containsExactly("chrT 20 28 +", "chrT 20 28 +");
    }

    @Test
    void headersWithoutAPlaceAreCounted() throws IOException {
        write("mixed.fa", """
                >peak1::chrT:15-40(-)
                AAAAAAAAAAAAGGTTACGTAAAAA
                >chrT:16-40/rc
                AAAAAAAAAAAAGGTTACGTAAAAA
                >chrT:15-99
                TTTTTACGTAACCTTTTTTTTTTTT
                >chrT:15-20
                TTTTTACGTAACCTTTTTTTTTTTT
                >hg38_chrT_un_15_40_-
                AAAAAAAAAAAAGGTTACGTAAAAA
                >plain
                TTTTTACGTAACCTTTTTTTTTTTT
                """);
        Captured run = scan("mixed.fa", "bed", "--genomic-coordinates");
        assertThat(sites(run))
                .containsExactly(
                        "chrT 20 28 +",
                        "chrT 20 28 +",
                        "chrT:15-99 5 13 +",
                        "chrT:15-20 5 13 +",
                        "chrT_un 20 28 +",
                        "plain 5 13 +");
        assertThat(run.err().lines())
                .containsExactly("warning: " + file("mixed.fa")
                        + ": 3 of 6 sequences keep their names and positions: 2 have coordinates that do not fit the"
                        + " length (such as chrT:15-99), 1 has no coordinates in the header (such as plain)");
    }

    @Test
    void columnsThatAreNotUsedMayHoldAnything() throws IOException {
        write("ccre.bed", "chrT\t0\t60\tEH38D0000001\tEH38E0000001\tdELS\n");
        assertThat(sites(scan("t.fa", "bed", "--regions", file("ccre.bed")))).containsExactly("chrT 20 28 +");
        write("spaces.bed", "browser position chrT:1-60\ntrack name=x\n#c\nchrT  0 60 name 9999 plus\r\n\r\n");
        assertThat(sites(scan("t.fa", "bed", "--regions", file("spaces.bed")))).containsExactly("chrT 20 28 +");
    }

    @Test
    void regionsOffTheEndAreRefusedWithTheirLine() throws IOException {
        for (String sequences : List.of("t.fa", "t.fa.gz")) {
            gzip("t.fa", "t.fa.gz");
            Captured run = scan(sequences, "bed", "--regions", file("off_end.bed"));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .contains(file("off_end.bed") + ", line 2: the region is not within the 60 bases of chrT: found"
                            + " chrT:50-75 (line 2); give the sequences that the regions belong to, or leave such regions"
                            + " out with --skip-outside");
        }
    }

    @Test
    void regionsOffTheEndCanBeSkippedOrClipped() throws IOException {
        write("t.fa", CHR_T + ">chrU\n" + "T".repeat(20) + "ACGTAACC\n");
        gzip("t.fa", "t.fa.gz");
        // Regions that overlap a dropped region remain; 26-99 would join 5-30 and 22-29.
        String bed = "chrT\t50\t75\tover\nchrU\t5\t28\nchrNone\t1\t2\tnone\nchrU\t26\t99\nchrT\t18\t28\nchrT\t90\t95\n";
        write("r.bed", bed);
        for (String sequences : List.of("t.fa", "t.fa.gz")) {
            Captured run = scan(
                    sequences, "bed", "--regions", file("r.bed"), "--skip-outside", "--dropped", file("dropped.tsv"));
            assertThat(sites(run)).containsExactly("chrT 20 28 +", "chrU 20 28 +");
            assertThat(run.err().lines())
                    .containsExactly(
                            "warning: " + file("r.bed") + ": 1 region was dropped on a sequence that " + file(sequences)
                                    + " does not have: chrNone:1-2 (line 3)",
                            "warning: " + file("r.bed") + ": 3 regions were dropped for not being within the sequence:"
                                    + " chrT:50-75 (line 1), chrU:26-99 (line 4), chrT:90-95 (line 6)");
            String at = "\t" + file("r.bed") + "\t";
            assertThat(rows(folder.resolve("dropped.tsv")))
                    .containsExactly(
                            "sequence\tstart\tend\tname\tfile\tline\treason",
                            "chrT\t50\t75\tover" + at + "1\tthe region is not within the 60 bases of chrT",
                            "chrNone\t1\t2\tnone" + at + "3\tthe sequence is not among the sequences read",
                            "chrU\t26\t99\t." + at + "4\tthe region is not within the 28 bases of chrU",
                            "chrT\t90\t95\t." + at + "6\tthe region is not within the 60 bases of chrT");
            Captured clipped = scan(
                    sequences,
                    "bed",
                    "--regions",
                    file("r.bed"),
                    "--clip-outside",
                    "--counts",
                    file("counts.tsv"),
                    "--dropped",
                    file("dropped.tsv"));
            assertThat(sites(clipped)).containsExactly("chrT 20 28 +", "chrU 20 28 +");
            assertThat(rows(folder.resolve("counts.tsv")))
                    .containsExactly("sequence\tm1", "chrT:19-28\t1", "chrT:51-60\t0", "chrU:6-28\t1");
            assertThat(rows(folder.resolve("dropped.tsv"))).hasSize(3);
            assertThat(clipped.err()).contains("2 regions were cut off at the end of the sequence");
        }
    }

    @Test
    void allOffendersAreCounted() throws IOException {
        write("t.fa", CHR_T + ">chrU\n" + "T".repeat(20) + "ACGTAACC\n");
        gzip("t.fa", "t.fa.gz");
        write("r.bed", "chrU\t26\t99\nchrT\t61\t75\nchrT\t20\t75\nchrU\t0\t1\nchrU\t1\t30\nchrT\t1\t76\n");
        for (String sequences : List.of("t.fa", "t.fa.gz")) {
            Captured run = scan(sequences, "bed", "--regions", file("r.bed"));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .contains(
                            "r.bed, line 1: 5 regions are not within their sequences; for the first, the region is not"
                                    + " within the 28 bases of chrU: found chrU:26-99 (line 1), chrT:61-75 (line 2), chrT:20-75"
                                    + " (line 3) and 2 more; ");
        }
    }

    @Test
    void namesWithAndWithoutChrAreRecognised() throws IOException {
        write("r.bed", "T\t0\t60\n");
        assertThat(scan("t.fa", "bed", "--regions", file("r.bed")).err())
                .contains(
                        "r.bed, line 1: no region lies in any of the sequences: expected names such as chrT, found names"
                                + " such as T; the sequences are named with chr, such as chrT: put it before the regions"
                                + " with sed 's/^/chr/'");
        write("n.fa", CHR_T.replace("chr", ""));
        assertThat(scan("n.fa", "bed", "--regions", file("off_end.bed")).err())
                .contains("take it off the regions with sed 's/^chr//'");
    }

    @Test
    void optionsOfRegionsBelongToRegions() {
        assertThat(scan("t.fa", "bed", "--skip-outside").err()).contains("--skip-outside needs --regions");
        assertThat(scan("t.fa", "bed", "--dropped", file("d.tsv")).err()).contains("--dropped needs --regions");
        assertThat(scan("t.fa", "bed", "--clip-outside").err()).contains("--clip-outside needs --regions");
        assertThat(scan("t.fa", "bed", "--regions", file("off_end.bed"), "--clip-outside", "--skip-outside")
                        .code())
                .isEqualTo(2);
        assertThat(scan("t.fa", "bed", "--regions", file("off_end.bed"), "--dropped", file("t.fa"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aRegionInPlaceOfAFileIsExplained() {
        Captured run = scan("t.fa", "bed", "--regions", "chrT:11-60");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("expected the name of a BED file", "printf 'chrT\\t10\\t60\\n'");
    }
}
