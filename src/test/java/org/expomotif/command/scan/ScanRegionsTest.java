package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Meme;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TextFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regions and coordinates in headers, as files of other programs have them. */
class ScanRegionsTest {
    /** ACGTAACC at 20 to 28 of chrT, which has 60 bases. */
    private static final String CHR_T = ">chrT\n" + "T".repeat(20) + "ACGTAACC" + "T".repeat(32) + "\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void inputs() {
        Meme.of("m1", "ACGTAACC").write(folder.resolve("m.meme"));
        write("t.fa", CHR_T);
        write("off_end.bed", "chrT\t0\t60\ta b\nchrT\t50\t75\tover\n");
    }

    private void write(String name, String text) {
        TextFile.write(folder.resolve(name), text);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private CommandResult scan(String sequences, String more) {
        return CommandLineRun.parse(
                        folder,
                        "scan -q --threads 2 --format bed --motifs @/m.meme --sequences @/" + sequences + " " + more)
                .run();
    }

    /** The same sequences with an index and as a stream. */
    private void writeBoth(String text) {
        write("t.fa", text);
        write("t.fa.gz", text);
    }

    /** The first, second, third and sixth column of sites in BED. */
    private static List<String> sites(CommandResult run) {
        return run.succeeds().rows().stream()
                .map(line -> line.split("\t"))
                .map(cells -> String.join(" ", cells[0], cells[1], cells[2], cells[5]))
                .toList();
    }

    @Test
    void headersOfBedtoolsGivePlacesOnBothStrands() {
        write("bedtools.fa", """
                >chrT:15-40
                TTTTTACGTAACCTTTTTTTTTTTT
                >chrT:15-40(-)
                AAAAAAAAAAAAGGTTACGTAAAAA
                """);
        CommandResult run = scan("bedtools.fa", "--genomic-coordinates");
        assertThat(sites(run)).containsExactly("chrT 20 28 +", "chrT 20 28 +");
        assertThat(run.err()).isEmpty();
        assertThat(run.rows()).allSatisfy(line -> assertThat(line).contains("\tACGTAACC\t"));
        assertThat(sites(scan("bedtools.fa", "--genomic-coordinates --sort --qvalue")))
                .hasSize(2);
        assertThat(sites(scan("bedtools.fa", "--genomic-coordinates --best")))
                .containsExactly("chrT 20 28 +", "chrT 20 28 +");
    }

    @Test
    void headersWithoutAPlaceAreCounted() {
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
        CommandResult run = scan("mixed.fa", "--genomic-coordinates");
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
    void columnsThatAreNotUsedMayHoldAnything() {
        write("ccre.bed", "chrT\t0\t60\tEH38D0000001\tEH38E0000001\tdELS\n");
        assertThat(sites(scan("t.fa", "--regions @/ccre.bed"))).containsExactly("chrT 20 28 +");
        write("spaces.bed", "browser position chrT:1-60\ntrack name=x\n#c\nchrT  0 60 name 9999 plus\r\n\r\n");
        assertThat(sites(scan("t.fa", "--regions @/spaces.bed"))).containsExactly("chrT 20 28 +");
    }

    @Test
    void regionsOffTheEndAreRefusedWithTheirLine() {
        for (String sequences : List.of("t.fa", "t.fa.gz")) {
            write("t.fa.gz", CHR_T);
            scan(sequences, "--regions @/off_end.bed")
                    .isRefused(
                            1,
                            file("off_end.bed") + ", line 2: the region is not within the 60 bases of chrT: found"
                                    + " chrT:50-75 (line 2); give the sequences that the regions belong to, or leave such regions"
                                    + " out with --skip-outside");
        }
    }

    @Test
    void regionsOffTheEndCanBeSkippedOrClipped() {
        writeBoth(CHR_T + ">chrU\n" + "T".repeat(20) + "ACGTAACC\n");
        // Regions that overlap a dropped region remain; 26-99 would join 5-30 and 22-29.
        String bed = "chrT\t50\t75\tover\nchrU\t5\t28\nchrNone\t1\t2\tnone\nchrU\t26\t99\nchrT\t18\t28\nchrT\t90\t95\n";
        write("r.bed", bed);
        for (String sequences : List.of("t.fa", "t.fa.gz")) {
            CommandResult run = scan(sequences, "--regions @/r.bed --skip-outside --dropped @/dropped.tsv");
            assertThat(sites(run)).containsExactly("chrT 20 28 +", "chrU 20 28 +");
            assertThat(run.err().lines())
                    .containsExactly(
                            "warning: " + file("r.bed") + ": 1 region was dropped on a sequence that " + file(sequences)
                                    + " does not have: chrNone:1-2 (line 3)",
                            "warning: " + file("r.bed") + ": 3 regions were dropped for not being within the sequence:"
                                    + " chrT:50-75 (line 1), chrU:26-99 (line 4), chrT:90-95 (line 6)");
            String at = "\t" + file("r.bed") + "\t";
            assertThat(Rows.of(folder.resolve("dropped.tsv")))
                    .containsExactly(
                            "sequence\tstart\tend\tname\tfile\tline\treason",
                            "chrT\t50\t75\tover" + at + "1\tthe region is not within the 60 bases of chrT",
                            "chrNone\t1\t2\tnone" + at + "3\tthe sequence is not among the sequences read",
                            "chrU\t26\t99\t." + at + "4\tthe region is not within the 28 bases of chrU",
                            "chrT\t90\t95\t." + at + "6\tthe region is not within the 60 bases of chrT");
            CommandResult clipped =
                    scan(sequences, "--regions @/r.bed --clip-outside --counts @/counts.tsv --dropped @/dropped.tsv");
            assertThat(sites(clipped)).containsExactly("chrT 20 28 +", "chrU 20 28 +");
            assertThat(Rows.of(folder.resolve("counts.tsv")))
                    .containsExactly("sequence\tm1", "chrT:19-28\t1", "chrT:51-60\t0", "chrU:6-28\t1");
            assertThat(Rows.of(folder.resolve("dropped.tsv"))).hasSize(3);
            assertThat(clipped.err()).contains("2 regions were cut off at the end of the sequence");
        }
    }

    @Test
    void allOffendersAreCounted() {
        writeBoth(CHR_T + ">chrU\n" + "T".repeat(20) + "ACGTAACC\n");
        write("r.bed", "chrU\t26\t99\nchrT\t61\t75\nchrT\t20\t75\nchrU\t0\t1\nchrU\t1\t30\nchrT\t1\t76\n");
        for (String sequences : List.of("t.fa", "t.fa.gz")) {
            scan(sequences, "--regions @/r.bed")
                    .isRefused(
                            1,
                            "r.bed, line 1: 5 regions are not within their sequences; for the first, the region is not"
                                    + " within the 28 bases of chrU: found chrU:26-99 (line 1), chrT:61-75 (line 2), chrT:20-75"
                                    + " (line 3) and 2 more; ");
        }
    }

    @Test
    void namesWithAndWithoutChrAreRecognised() {
        write("r.bed", "T\t0\t60\n");
        scan("t.fa", "--regions @/r.bed")
                .isRefused(
                        1,
                        "r.bed, line 1: no region lies in any of the sequences: expected names such as chrT, found names"
                                + " such as T; the sequences are named with chr, such as chrT: put it before the regions"
                                + " with sed 's/^/chr/'");
        write("n.fa", CHR_T.replace("chr", ""));
        scan("n.fa", "--regions @/off_end.bed").isRefused(1, "take it off the regions with sed 's/^chr//'");
    }

    @Test
    void optionsOfRegionsBelongToRegions() {
        scan("t.fa", "--skip-outside").isRefused(2, "--skip-outside needs --regions");
        scan("t.fa", "--dropped @/d.tsv").isRefused(2, "--dropped needs --regions");
        scan("t.fa", "--clip-outside").isRefused(2, "--clip-outside needs --regions");
        scan("t.fa", "--regions @/off_end.bed --clip-outside --skip-outside").isRefused(2, "--skip-outside");
        scan("t.fa", "--regions @/off_end.bed --dropped @/t.fa").isRefused(2, "--dropped");
    }

    @Test
    void aRegionInPlaceOfAFileIsExplained() {
        scan("t.fa", "--regions chrT:11-60")
                .isRefused(1, "expected the name of a BED file", "printf 'chrT\\t10\\t60\\n'");
    }
}
