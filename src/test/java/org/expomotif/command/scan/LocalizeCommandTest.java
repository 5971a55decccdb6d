package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.command.Captured;
import org.expomotif.command.TableRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sequences of 60 bases with GATTACA planted at 28, in the second one on the minus strand and beside a decoy. */
class LocalizeCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeInputs() throws IOException {
        StringBuilder motif =
                new StringBuilder("MEME version 4\n\nMOTIF m\nletter-probability matrix: w= 7 nsites= 20\n");
        for (char letter : "GATTACA".toCharArray()) {
            for (char other : "ACGT".toCharArray()) {
                motif.append(letter == other ? "1 " : "0 ");
            }
            motif.append('\n');
        }
        Files.writeString(folder.resolve("m.meme"), motif);
        String c = "C".repeat(28);
        Files.writeString(
                folder.resolve("s.fa"),
                ">a\n" + c + "GATTACA" + c.substring(3) + "\n>b\n" + c + "TGTAATC" + c.substring(10)
                        + "GATTACA\n>none\n" + c + "\n");
        Files.writeString(folder.resolve("sites.bed"), "a\t28\t35\tm\t0\t+\nb\t28\t35\tm\t0\t-\n");
        Files.writeString(folder.resolve("l.tsv"), "id\tsplit\tm\na\ttest\t1\nb\ttrain\t1\nnone\ttest\t0\n");
        Files.writeString(folder.resolve("h.bed"), "a\t28\t35\tm\t9\t+\nb\t46\t53\tm\t9\t+\n");
        Files.writeString(
                folder.resolve("h.tsv"),
                "# c\nmotif_id\tsequence_name\tstart\tstop\tscore\nm\ta\t29\t35\t9\nm\tb\t47\t53\t9\n");
    }

    private int localize(String... more) {
        String[] fixed = {
            "localize", "-q", "--sequences", path("s.fa"), "--sites", path("sites.bed"), "-o", path("out.tsv")
        };
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return Captured.run(all).code();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> rows() throws IOException {
        return TableRows.of(folder.resolve("out.tsv"));
    }

    @Test
    void motifsOnBothStrandsOrOne() throws IOException {
        assertThat(localize("--motifs", path("m.meme"), "--truth-motifs", path("m.meme")))
                .isZero();
        // in b the decoy in the second gap scores as the planted one: one gap is below, one ties
        assertThat(rows())
                .containsExactly(
                        "id\tregions\tgaps\tauroc",
                        "a\t1\t2\t1",
                        "b\t1\t2\t0.75",
                        "mean\t2\t4\t0.875",
                        "sd\t2\t4\t0.176777");
        assertThat(localize("--motifs", path("m.meme"), "--labels", path("l.tsv")))
                .isZero();
        assertThat(rows()).containsExactly("id\tregions\tgaps\tauroc", "a\t1\t2\t1", "mean\t1\t2\t1", "sd\t1\t2\tNA");
    }

    @Test
    void hitsAsBedAndAsTable() throws IOException {
        for (String name : List.of("h.bed", "h.tsv")) {
            assertThat(localize("--hits", path(name))).isZero();
            assertThat(rows()).startsWith("id\tregions\tgaps\tauroc", "a\t1\t2\t1", "b\t1\t2\t0.25");
        }
    }

    /** Both sites of b have column 5 at its limit; by the bits in column 7 the planted one is above the other. */
    @Test
    void hitsOfScanAreRankedByTheirBits() throws IOException {
        Files.writeString(
                folder.resolve("ours.bed"),
                "# c\nb\t28\t35\tm\t1000\t-\t9.5\t1e-11\t.\tGATTACA\t.\n"
                        + "b\t46\t53\tm\t1000\t+\t9.25\t2e-11\t.\tGATTACA\t.\n");
        assertThat(localize("--hits", path("ours.bed"))).isZero();
        assertThat(rows()).contains("b\t1\t2\t1");
        Files.writeString(folder.resolve("foreign.bed"), "b\t28\t35\tm\t1000\t-\nb\t46\t53\tm\t1000\t+\n");
        assertThat(localize("--hits", path("foreign.bed"))).isZero();
        assertThat(rows()).contains("b\t1\t2\t0.75");
        Files.writeString(
                folder.resolve("mixed.bed"),
                "b\t46\t53\tm\t1000\t+\nb\t28\t35\tm\t1000\t-\t9.5\t1e-11\t.\tGATTACA\t.\n");
        assertThat(localize("--hits", path("mixed.bed"))).isEqualTo(1);
    }

    @Test
    void sitesOfScanJudgeTheSameInEveryFormat() throws IOException {
        String[] scan = {"scan", "-q", "--motifs", path("m.meme"), "--sequences", path("s.fa"), "--threshold", "0.3"};
        for (String name : List.of("scan.tsv", "scan.bed", "scan.bed.gz")) {
            String[] words = java.util.Arrays.copyOf(scan, scan.length + 2);
            words[scan.length] = "-o";
            words[scan.length + 1] = path(name);
            assertThat(Captured.run(words).code()).isZero();
        }
        assertThat(localize("--hits", path("scan.tsv"))).isZero();
        List<String> expected = rows();
        for (String name : List.of("scan.bed", "scan.bed.gz")) {
            assertThat(localize("--hits", path(name))).isZero();
            assertThat(rows()).isEqualTo(expected);
        }
    }

    @Test
    void hitsInNoneOfTheSequencesAreNotJudgedInSilence() throws IOException {
        Files.writeString(folder.resolve("h.bed"), "chr1\t28\t35\tm\tx\t?\n".replace("\tx", "\t9"));
        Captured run = Captured.run(
                "localize",
                "-q",
                "--hits",
                path("h.bed"),
                "--sequences",
                path("s.fa"),
                "--sites",
                path("sites.bed"),
                "-o",
                path("out.tsv"));
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .startsWith("warning: " + path("h.bed")
                        + ": none of the sites is in any of the sequences; the sites are on sequences such as chr1 ");
    }

    @Test
    void faults() throws IOException {
        assertThat(localize()).isEqualTo(2);
        assertThat(localize("--hits", path("h.bed"), "--motifs", path("m.meme")))
                .isEqualTo(2);
        assertThat(localize("--hits", path("h.bed"), "--split", "test")).isEqualTo(2);
        assertThat(localize("--hits", path("nothing.bed"))).isEqualTo(1);
        Files.writeString(folder.resolve("sites.bed"), "elsewhere\t28\t35\tm\t0\t+\n");
        assertThat(localize("--motifs", path("m.meme"))).isEqualTo(1);
        assertThat(folder.resolve("out.tsv")).doesNotExist();
    }
}
