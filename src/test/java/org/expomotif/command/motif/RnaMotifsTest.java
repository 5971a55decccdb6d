package org.expomotif.command.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TextFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RNA motifs have one strand and the letter U in every command. */
class RnaMotifsTest {
    /** Two motifs, the second the reverse complement of the first. */
    private static final String MOTIFS = """
            MEME version 5.5.3

            ALPHABET= ACGT

            strands: +

            MOTIF a
            letter-probability matrix: alength= 4 w= 5 nsites= 20
            0.05 0.05 0.05 0.85
            0.05 0.05 0.85 0.05
            0.05 0.05 0.05 0.85
            0.85 0.05 0.05 0.05
            0.85 0.05 0.05 0.05

            MOTIF b
            letter-probability matrix: alength= 4 w= 5 nsites= 20
            0.05 0.05 0.05 0.85
            0.05 0.05 0.05 0.85
            0.85 0.05 0.05 0.05
            0.05 0.85 0.05 0.05
            0.85 0.05 0.05 0.05
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() {
        TextFile.write(folder.resolve("dna.meme"), MOTIFS);
        TextFile.write(folder.resolve("rna.meme"), MOTIFS.replace("ACGT", "ACGU"));
        String onlyA = MOTIFS.substring(0, MOTIFS.indexOf("MOTIF b"));
        TextFile.write(folder.resolve("dna-a.meme"), onlyA);
        TextFile.write(folder.resolve("rna-a.meme"), onlyA.replace("ACGT", "ACGU"));
        Fasta.of("s", "CCCCUGUAACCCCC").and("t", "CCCCUUACACCCCC").write(folder.resolve("s.fa"));
    }

    private CommandResult run(String line) {
        return CommandLineRun.parse(folder, line).run();
    }

    @Test
    void dnaThatDeclaresOneStrandIsScannedOnBothAsByFimo() {
        run("scan --motifs @/dna.meme --sequences @/s.fa --threshold 2e-3 --motif a")
                .succeeds()
                .prints("a\t\ts\t5\t9\t+\t", "a\t\tt\t5\t9\t-\t");
    }

    @Test
    void rnaIsScannedOnOneStrandWithTheBackgroundOfItsFile() {
        run("scan --motifs @/rna.meme --sequences @/s.fa --threshold 2e-3 --motif a")
                .succeeds()
                .prints("a\t\ts\t5\t9\t+\t", "--no-revcomp", "--background motif-file")
                .standardOutput()
                .doesNotContain("\t-\t");
        run("scan --motifs @/rna.meme --sequences @/s.fa --background nrdb")
                .succeeds()
                .prints("--background nrdb");
    }

    @Test
    void rnaIsComparedWithoutReverseComplement() {
        run("tomtom-match --query @/dna.meme --target @/dna.meme").succeeds().prints("\ta\t0\t", "\t-\n");
        run("tomtom-match --query @/rna.meme --target @/rna.meme")
                .succeeds()
                .prints("\tUGUAA\tUGUAA\t+\n")
                .standardOutput()
                .doesNotContain("\t-\n", "TGTAA");
    }

    @Test
    void rnaIsNotComparedWithDna() {
        run("tomtom-match --query @/rna.meme --target @/dna.meme")
                .isRefused(
                        1,
                        "dna.meme: DNA and RNA motifs",
                        "expected RNA motifs as in " + folder + "/rna.meme, found DNA motifs");
        run("cluster --motifs @/rna.meme @/dna.meme").isRefused(1, "DNA and RNA motifs");
        run("synth billboard --motifs @/rna.meme --names a --background-motifs @/dna.meme --out-dir @/planted")
                .isRefused(1, "DNA and RNA motifs");
    }

    @Test
    void rnaIsClusteredWithoutReverseComplement() {
        String one =
                run("cluster --motifs @/dna.meme --threshold 0.05").succeeds().out();
        assertThat(one.lines().filter(line -> line.startsWith("MOTIF"))).hasSize(1);
        String two =
                run("cluster --motifs @/rna.meme --threshold 0.05").succeeds().out();
        assertThat(two.lines().filter(line -> line.startsWith("MOTIF"))).hasSize(2);
        assertThat(two).contains("ALPHABET= ACGU", "strands: +\n");
    }

    @Test
    void theLogoAndTheListShowU() {
        String logo = run("logo @/rna.meme --id a").succeeds().prints("a UGUAA").out();
        String ofDna = run("logo @/dna.meme --id a").succeeds().out();
        assertThat(withoutMetadata(logo)).isNotEqualTo(withoutMetadata(ofDna).replace("TGTAA", "UGUAA"));
        run("motifs @/rna.meme").succeeds().prints("\tUGUAA\t", "\tUUACA\t");
    }

    private static String withoutMetadata(String svg) {
        return svg.replaceAll("<metadata>(?s:.*)</metadata>", "");
    }

    @Test
    void theLogoOfAReverseComplementIsRefused() {
        run("logo @/rna.meme --id a --revcomp").isRefused(1, "motif a: an RNA motif has no reverse complement");
    }

    @Test
    void rnaIsPlantedOnTheStrandAsRead() {
        plant();
        assertThat(Rows.of(folder.resolve("planted/sites.bed"))).isNotEmpty().allMatch(line -> line.endsWith("\t+"));
        assertThat(folder.resolve("planted/motifs.meme")).content().contains("ALPHABET= ACGU");
    }

    @Test
    void rnaIsLocalizedOnTheStrandAsRead() {
        plant();
        assertThat(localized("rna-a.meme")).isNotEqualTo(localized("dna-a.meme"));
    }

    private void plant() {
        run("synth classes --motifs @/rna.meme -n 40 --length 60 --out-dir @/planted --seed 3")
                .succeeds();
    }

    private List<String> localized(String motifs) {
        return run("localize --motifs @/" + motifs + " --sequences @/planted/sequences.fa --sites @/planted/sites.bed")
                .succeeds()
                .rows();
    }
}
