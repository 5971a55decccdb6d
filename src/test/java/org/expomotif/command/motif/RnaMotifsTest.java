package org.expomotif.command.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.command.Captured;
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
    Path folder;

    private String dna = "";
    private String rna = "";
    private String sequences = "";

    @BeforeEach
    void writeFiles() throws IOException {
        dna = Files.writeString(folder.resolve("dna.meme"), MOTIFS).toString();
        rna = Files.writeString(folder.resolve("rna.meme"), MOTIFS.replace("ACGT", "ACGU"))
                .toString();
        sequences = Files.writeString(folder.resolve("s.fa"), ">s\nCCCCUGUAACCCCC\n>t\nCCCCUUACACCCCC\n")
                .toString();
    }

    private static Captured run(String... arguments) {
        Captured run = Captured.run(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    @Test
    void dnaThatDeclaresOneStrandIsScannedOnBothAsByFimo() {
        String sites = run("scan", "--motifs", dna, "--sequences", sequences, "--threshold", "2e-3", "--motif", "a")
                .out();
        assertThat(sites).contains("a\t\ts\t5\t9\t+\t", "a\t\tt\t5\t9\t-\t");
        sites = run("scan", "--motifs", rna, "--sequences", sequences, "--threshold", "2e-3", "--motif", "a")
                .out();
        assertThat(sites).contains("a\t\ts\t5\t9\t+\t", "--no-revcomp", "--background motif-file");
        assertThat(sites).doesNotContain("\t-\t");
        sites = run("scan", "--motifs", rna, "--sequences", sequences, "--background", "nrdb")
                .out();
        assertThat(sites).contains("--background nrdb");
    }

    @Test
    void rnaIsComparedWithoutReverseComplement() {
        assertThat(run("tomtom-match", "--query", dna, "--target", dna).out()).contains("\ta\t0\t", "\t-\n");
        String matches = run("tomtom-match", "--query", rna, "--target", rna).out();
        assertThat(matches).contains("\tUGUAA\tUGUAA\t+\n").doesNotContain("\t-\n");
        assertThat(matches).isEqualTo(matches.replace("TGTAA", ""));
        Captured mixed = Captured.run("tomtom-match", "--query", rna, "--target", dna);
        assertThat(mixed.code()).isEqualTo(1);
        assertThat(mixed.err())
                .contains("dna.meme: DNA and RNA motifs", "expected RNA motifs as in " + rna + ", found DNA motifs");
    }

    @Test
    void rnaIsClusteredWithoutReverseComplement() {
        String one = run("cluster", "--motifs", dna, "--threshold", "0.05").out();
        assertThat(one.lines().filter(line -> line.startsWith("MOTIF"))).hasSize(1);
        String two = run("cluster", "--motifs", rna, "--threshold", "0.05").out();
        assertThat(two.lines().filter(line -> line.startsWith("MOTIF"))).hasSize(2);
        assertThat(two).contains("ALPHABET= ACGU", "strands: +\n");
        assertThat(Captured.run("cluster", "--motifs", rna, dna).err()).contains("DNA and RNA motifs");
    }

    @Test
    void theLogoAndTheListShowU() {
        String logo = run("logo", rna, "--id", "a").out();
        assertThat(logo).contains("a UGUAA");
        assertThat(logo.replaceAll("<metadata>(?s:.*)</metadata>", ""))
                .isNotEqualTo(run("logo", dna, "--id", "a")
                        .out()
                        .replaceAll("<metadata>(?s:.*)</metadata>", "")
                        .replace("TGTAA", "UGUAA"));
        assertThat(run("motifs", rna).out()).contains("\tUGUAA\t", "\tUUACA\t");
        Captured turned = Captured.run("logo", rna, "--id", "a", "--revcomp");
        assertThat(turned.code()).isEqualTo(1);
        assertThat(turned.err()).contains("motif a: an RNA motif has no reverse complement");
    }

    @Test
    void rnaIsPlantedAndLocalizedOnTheStrandAsRead() throws IOException {
        String out = folder.resolve("planted").toString();
        run("synth", "classes", "--motifs", rna, "-n", "40", "--length", "60", "--out-dir", out, "--seed", "3");
        assertThat(Files.readString(Path.of(out, "sites.bed")).lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("#") || line.endsWith("\t+"));
        assertThat(Path.of(out, "motifs.meme")).content().contains("ALPHABET= ACGU");
        String onlyA = MOTIFS.substring(0, MOTIFS.indexOf("MOTIF b"));
        assertThat(localized(out, onlyA.replace("ACGT", "ACGU"))).isNotEqualTo(localized(out, onlyA));
        Captured mixed = Captured.run(
                "synth", "billboard", "--motifs", rna, "--names", "a", "--background-motifs", dna, "--out-dir", out);
        assertThat(mixed.err()).contains("DNA and RNA motifs");
    }

    private String localized(String planted, String motifs) throws IOException {
        Path file = Files.writeString(folder.resolve("one.meme"), motifs);
        String table = run(
                        "localize",
                        "--motifs",
                        file.toString(),
                        "--sequences",
                        planted + "/sequences.fa",
                        "--sites",
                        planted + "/sites.bed")
                .out();
        return table.replaceAll("(?m)^#.*\n", "");
    }
}
