package org.expomotif.command.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The motif files of {@code test-data/cases} and of {@code test-data/motifs}, read by the commands as users would. */
class MotifFormatsTest {
    private static final String CASES = "test-data/cases/";
    private static final String FORMATS = "test-data/motifs/";

    @TempDir
    Path folder;

    private static CommandResult motifs(Object file) {
        return CommandLineRun.of("motifs", file).run();
    }

    /** Identifier, name, width, sites and consensus of each motif, and the name of the format. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cases/ebox.motif          | HOMER          | Ebox,CACG,4,NA,CACG
            cases/homer.motif         | HOMER          | AP-1,ATGACTCATC(AP-1),8,NA,NTGASTCA
            cases/hocomoco.pcm        | HOCOMOCO       | JUN_TEST.H11MO.0.A,,5,100,TGAST
            cases/cisbp.txt           | CIS-BP         | cisbp,,4,NA,RTGA
            motifs/known.homer        | HOMER          | One/ChIP-Seq/Homer,TGAC,4,NA,TGAC;Two/Homer,TGA,3,NA,TGA;Three,,4,NA,CACG
            motifs/cisbp_full.txt     | CIS-BP         | M0001_1.02,FACTOR1,4,NA,TGAC;M0003_1.02,FACTOR3,3,NA,TGA
            motifs/cisbp_rna.txt      | CIS-BP         | cisbp_rna,,4,NA,UGUA
            motifs/clusterbuster.cb   | Cluster-Buster | one,,3,20,TGA;square,,4,25,CACG
            motifs/gimme.pfm          | gimmemotifs    | GM.5.0.One.0001,,3,NA,TGA;square,,4,NA,CACG
            motifs/hocomoco.ppm       | HOCOMOCO       | ONE_HUMAN.H11MO.0.A,,4,NA,CACG
            motifs/jaspar_old.pfm     | JASPAR         | MA0001.1,ONE,3,20,TGA;MA0002.1,SQUARE,4,25,CACG
            motifs/jaspar_new.jaspar  | JASPAR         | MA0001.1,ONE,4,20,CACG
            motifs/bare.pfm           | JASPAR         | bare,,5,20,TGACG
            motifs/stamp.txt          | STAMP          | one,Zinc finger,3,20,TGA;two,,4,20,CACG
            motifs/uniprobe.txt       | UniPROBE       | Abc1,TGACCT,4,NA,CACG;Def2,,3,NA,TGA
            motifs/uniprobe_full.txt  | UniPROBE       | TGACCTAA,,4,NA,CACG
            motifs/transfac_full.dat  | TRANSFAC       | M00001,ONE,3,20,TGA;M00002,,4,20,CACG
            motifs/universalmotif.txt | universalmotif | one,ONE,4,20,CACG;two,,3,NA,TGA
            motifs/universalmotif_0.txt | universalmotif | one,,4,20,CACG
            motifs/meme.xml           | XML            | CACG,MEME-1,4,20,CACG;TGA,MEME-2,3,15,TGA
            motifs/streme.xml         | XML            | 1-CACG,STREME-1,4,25,CACG
            motifs/dreme.xml          | XML            | CACG,DREME-1,4,30,CACG
            motifs/meme_full.txt      | MEME           | CACG,MEME-1,4,20,CACG
            motifs/streme.txt         | MEME           | 1-CACG,STREME-1,4,25,CACG
            motifs/dreme.txt          | MEME           | CACG,DREME-1,4,30,CACG
            motifs/write_meme.meme    | MEME           | CACG,,4,20,CACG
            """)
    void everyFormatIsRead(String file, String format, String motifs) {
        CommandResult run = motifs("test-data/" + file).succeeds();
        run.standardOutput().containsPattern("(?m)^# format: .*" + format);
        List<String> rows = run.rows().stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> String.join(",", cells[0], cells[1], cells[2], cells[3], cells[5]))
                .toList();
        assertThat(rows).isEqualTo(Arrays.asList(motifs.split(";")));
    }

    @Test
    void theHomerThresholdIsListed() {
        motifs(CASES + "homer.motif").succeeds().prints("\tthreshold\n", "\t6.05\n");
    }

    @Test
    void rnaIsScannedOnItsOneStrand() {
        CommandResult run = CommandLineRun.of("scan", "--threshold", "1e-3")
                .motifs(CASES + "rbp.meme")
                .sequences(CASES + "utr.fa")
                .run()
                .succeeds();
        assertThat(run.out().lines().filter(line -> line.startsWith("rbp")).toList())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("rbp\t\tt1\t4\t9\t+\t").endsWith("\tUGUAUA"));
    }

    @Test
    void aRepeatedIdIsScannedUnderItsOwnName() {
        CommandResult run = CommandLineRun.of("scan", "--threshold", "0.01")
                .motifs(CASES + "dup.meme")
                .sequences(
                        Fasta.of("s", "TTTTTACGTTTTTT").and("t", "AAAGGGAAAAAA").write(folder.resolve("s.fa")))
                .run()
                .succeeds();
        assertThat(run.rows())
                .anyMatch(line -> line.startsWith("motif\t"))
                .anyMatch(line -> line.startsWith("motif-2\t"));
        assertThat(run.err().lines().filter(line -> line.contains("more than once")))
                .hasSize(1);
    }

    @Test
    void aRepeatedIdIsListedUnderItsOwnName() {
        motifs(CASES + "dup.meme").succeeds().prints("\nmotif\t1\t4\t", "\nmotif-2\t2\t4\t");
    }

    @Test
    void theFirstOfARepeatedIdIsCompared() {
        CommandLineRun.of("tomtom-match", "--query", CASES + "dup.meme", "--target", CASES + "dup.meme")
                .run()
                .succeeds()
                .reports("motif", "more than once", "the first is used")
                .standardOutput()
                .doesNotContain("motif-2");
    }

    @ParameterizedTest
    @CsvSource({"nan.meme", "nanw.meme"})
    void whatIsNotANumberIsBlamedAtItsLine(String file) {
        motifs(CASES + file).isRefused(1, file + ", line 7, motif p: \"nan\" is not a number");
    }

    @Test
    void theLogOddsOfHocomocoAreRefusedWithTheReason() {
        motifs(FORMATS + "hocomoco.pwm")
                .isRefused(1, "hocomoco.pwm, line 2, motif ONE_HUMAN.H11MO.0.A: ", "negative", "log-odds", ".pcm");
    }

    @Test
    void emptyMatricesOfCisBpAreNamed() {
        motifs(FORMATS + "cisbp_full.txt").succeeds().reports("M0002_1.02", "no matrix");
        motifs(FORMATS + "cisbp_empty.txt").isRefused(1, "cisbp_empty.txt", "no matrix", "licen");
    }

    @Test
    void aSquareMatrixWithoutASignIsRefused() {
        Path file = TextFile.write(folder.resolve("square.pfm"), ">m\n0 0 10 0\n10 0 0 0\n0 0 0 10\n0 10 0 0\n");
        motifs(file).isRefused(1, "square.pfm, line 1, motif m: ", "rows", "positions", "letters");
    }
}
