package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.expomotif.testing.Bed;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.LabelTable;
import org.expomotif.testing.Meme;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TextFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sequences of 60 bases with GATTACA planted at 28, in the second one on the minus strand and beside a decoy. */
class LocalizeCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeInputs() {
        Meme.of("m", "GATTACA").write(folder.resolve("m.meme"));
        String c = "C".repeat(28);
        Fasta.of("a", c + "GATTACA" + c.substring(3))
                .and("b", c + "TGTAATC" + c.substring(10) + "GATTACA")
                .and("none", c)
                .write(folder.resolve("s.fa"));
        Bed.of("a", 28, 35, "m", 0, '+').and("b", 28, 35, "m", 0, '-').write(folder.resolve("sites.bed"));
        LabelTable.of("m")
                .and("a", "test", 1)
                .and("b", "train", 1)
                .and("none", "test", 0)
                .write(folder.resolve("l.tsv"));
        Bed.of("a", 28, 35, "m", 9, '+').and("b", 46, 53, "m", 9, '+').write(folder.resolve("h.bed"));
        TextFile.write(
                folder.resolve("h.tsv"),
                "# c\nmotif_id\tsequence_name\tstart\tstop\tscore\nm\ta\t29\t35\t9\nm\tb\t47\t53\t9\n");
    }

    private CommandResult localize(String more) {
        return CommandLineRun.parse(
                        folder, ("localize -q --sequences @/s.fa --sites @/sites.bed -o @/out.tsv " + more).strip())
                .run();
    }

    private List<String> rows(String more) {
        localize(more).succeeds();
        return Rows.of(folder.resolve("out.tsv"));
    }

    @Test
    void motifsAreScannedOnBothStrands() {
        // in b the decoy in the second gap scores as the planted one: one gap is below, one ties
        assertThat(rows("--motifs @/m.meme --truth-motifs @/m.meme"))
                .containsExactly(
                        "id\tregions\tgaps\tauroc",
                        "a\t1\t2\t1",
                        "b\t1\t2\t0.75",
                        "mean\t2\t4\t0.875",
                        "sd\t2\t4\t0.176777");
    }

    @Test
    void labelsChooseTheSequencesOfTheTestSplit() {
        assertThat(rows("--motifs @/m.meme --labels @/l.tsv"))
                .containsExactly("id\tregions\tgaps\tauroc", "a\t1\t2\t1", "mean\t1\t2\t1", "sd\t1\t2\tNA");
    }

    @Test
    void oneSequenceHasNoDeviation() {
        CommandLineRun.parse(
                        folder, "localize --motifs @/m.meme --sequences @/s.fa --sites @/sites.bed --labels @/l.tsv")
                .run()
                .succeeds()
                .reports(" over 1 sequences")
                .standardError()
                .doesNotContain("NaN");
    }

    @Test
    void hitsAreReadAsBedAndAsTable() {
        for (String name : List.of("h.bed", "h.tsv")) {
            assertThat(rows("--hits @/" + name)).startsWith("id\tregions\tgaps\tauroc", "a\t1\t2\t1", "b\t1\t2\t0.25");
        }
    }

    /** Both sites of b have column 5 at its limit; by the bits in column 7 the planted one is above the other. */
    @Test
    void hitsOfScanAreRankedByTheirBits() {
        Bed.of("b", 28, 35, "m", 1000, '-', 9.5, "1e-11", '.', "GATTACA", '.')
                .and("b", 46, 53, "m", 1000, '+', 9.25, "2e-11", '.', "GATTACA", '.')
                .write(folder.resolve("ours.bed"));
        assertThat(rows("--hits @/ours.bed")).contains("b\t1\t2\t1");
        Bed.of("b", 28, 35, "m", 1000, '-').and("b", 46, 53, "m", 1000, '+').write(folder.resolve("foreign.bed"));
        assertThat(rows("--hits @/foreign.bed")).contains("b\t1\t2\t0.75");
    }

    @Test
    void linesWithAndWithoutBitsDoNotGoTogether() {
        Bed.of("b", 46, 53, "m", 1000, '+')
                .and("b", 28, 35, "m", 1000, '-', 9.5, "1e-11", '.', "GATTACA", '.')
                .write(folder.resolve("mixed.bed"));
        localize("--hits @/mixed.bed").isRefused(1, "mixed.bed, line 2");
    }

    @Test
    void sitesOfScanAreJudgedAlikeInEveryFormat() {
        for (String name : List.of("scan.tsv", "scan.bed", "scan.bed.gz")) {
            CommandLineRun.parse(folder, "scan -q --motifs @/m.meme --sequences @/s.fa --threshold 0.3 -o @/" + name)
                    .run()
                    .succeeds();
        }
        List<String> expected = rows("--hits @/scan.tsv");
        for (String name : List.of("scan.bed", "scan.bed.gz")) {
            assertThat(rows("--hits @/" + name)).isEqualTo(expected);
        }
    }

    @Test
    void hitsInNoneOfTheSequencesAreNotJudgedInSilence() {
        Path hits = Bed.of("chr1", 28, 35, "m", 9, '?').write(folder.resolve("h.bed"));
        localize("--hits @/h.bed")
                .succeeds()
                .standardError()
                .startsWith("warning: " + hits
                        + ": none of the sites is in any of the sequences; the sites are on sequences such as chr1 ");
    }

    @Test
    void motifsOrHitsAreRequiredAndNotBoth() {
        localize("").isRefused(2, "--hits", "--motifs");
        localize("--hits @/h.bed --motifs @/m.meme").isRefused(2, "--hits");
        localize("--hits @/h.bed --split test").isRefused(2, "--labels");
    }

    @Test
    void faultsOfTheInputLeaveNoTable() {
        localize("--hits @/nothing.bed").isRefused(1, "nothing.bed: there is no such file");
        Bed.of("elsewhere", 28, 35, "m", 0, '+').write(folder.resolve("sites.bed"));
        localize("--motifs @/m.meme").isRefused(1, "sites.bed");
        assertThat(folder.resolve("out.tsv")).doesNotExist();
    }

    @Test
    void labelsAndSequencesBelongTogether() {
        LabelTable labels =
                LabelTable.of("m").and("a", "test", 1).and("b", "test", 0).and("none", "test", 0);
        labels.and("q", "train", 0).write(folder.resolve("l.tsv"));
        localize("--motifs @/m.meme --labels @/l.tsv").isRefused(1, "l.tsv: labels without a sequence in ");
        LabelTable.of("m").and("a", "test", 1).write(folder.resolve("l.tsv"));
        localize("--motifs @/m.meme --labels @/l.tsv").isRefused(1, "s.fa: sequences without a label in ");
        assertThat(folder.resolve("out.tsv")).doesNotExist();
    }
}
