package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Motif files other than MEME: JASPAR, bare matrices, TRANSFAC, and files without motifs. */
class MotifFileTest {
    @TempDir
    private Path folder;

    private TextOfMotifs text() {
        return new TextOfMotifs(folder);
    }

    @Test
    void readsJaspar() throws IOException {
        MotifSet set = text().read("""
                >MA0002.2\tRUNX1 and more
                A  [ 1  0 ]
                C  [ 2  0 ]
                G  [ 3  4 ]
                T  [ 4  0 ]

                >bare
                1 0
                0 0
                0 0
                0 3
                """);
        assertThat(set.motifs().get(0).name()).isEqualTo("RUNX1 and more");
        assertThat(set.motifs().get(0).sites()).isEqualTo(10);
        assertThat(set.motifs().get(0).matrix()).isDeepEqualTo(new double[][] {{0.1, 0.2, 0.3, 0.4}, {0, 0, 1, 0}});
        assertThat(set.motifs().get(1).id()).isEqualTo("bare");
        assertThat(set.motifs().get(1).sites()).isEqualTo(3);
        assertThat(set.motifs().get(1).matrix()).isDeepEqualTo(new double[][] {{1, 0, 0, 0}, {0, 0, 0, 1}});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 10\n2 0\n3 0\n4 0\n",
                "A|\t1 10\nC|\t2 0\nG|\t3 0\nT|\t4 0",
                "T [4 0]\nG [3 0]\nC [2 0]\nA [1 10]\n",
                "a: 1 10\r\nc: 2 0\r\ng: 3 0\r\nu: 4 0\r\n",
            })
    void namesARawMatrixAfterItsFile(String content) throws IOException {
        Motif motif = text().only(content);
        assertThat(motif.id()).isEqualTo("m");
        assertThat(motif.sites()).isEqualTo(10);
        assertThat(motif.matrix()).isDeepEqualTo(TextOfMotifs.MATRIX);
    }

    @Test
    void detectsProbabilitiesInAJasparFile() throws IOException {
        Motif motif = text().only(">p\nA 0.1 1\nC 0.2 0\nG 0.3 0\nT 0.4 0\n");
        assertThat(motif.sites()).isZero();
    }

    @Test
    void readsTransfac() throws IOException {
        MotifSet set = text().read("""
                VV  TRANSFAC MATRIX TABLE
                XX
                //
                AC  M00001
                XX
                ID  V$MYOD_01
                XX
                NA  MyoD
                P0      A      C      G      T
                01      1      2      3      4      N
                02     10      0      0      0      A
                XX
                BA  5 functional elements
                //
                ID second
                PO T G C A
                1 4 3 2 1
                2 0 0 0 8
                """);
        assertThat(set.motifs()).extracting(Motif::id).containsExactly("M00001", "second");
        assertThat(set.motifs()).extracting(Motif::name).containsExactly("MyoD", "");
        assertThat(set.motifs()).extracting(Motif::sites).containsExactly(10.0, 10.0);
        assertThat(set.motifs().get(0).matrix()).isDeepEqualTo(TextOfMotifs.MATRIX);
        assertThat(set.motifs().get(1).matrix()).isDeepEqualTo(TextOfMotifs.MATRIX);
    }

    @Test
    void takesTheNameOfATransfacMatrixFromTheAvailableKeys() throws IOException {
        assertThat(text().only("DE Mync\nXX\nP0 A C G T\n01 0 31 0 0 C\nXX\n").id())
                .isEqualTo("Mync");
        assertThat(text().only("ID\tx1\nDE\tacgt\nP0\ta\tc\tg\tt\n1\t0\t31\t0\t0\n//\n")
                        .id())
                .isEqualTo("x1");
    }

    @Test
    void rejectsOtherFiles() throws IOException {
        text().refused("", "the file is empty");
        text().refused("\n  \n# only a comment\n", "the file is empty");
        text().refused("MEME version 4\nALPHABET= ACGT\n", "has no motif");
        text().refused(">chr1\nACGTACGTTT\n", ", line 2: ", "looks like FASTA");
        text().refused(">only\n", ", line 1: ", "without a matrix");
        text().refused("<?xml version=\"1.0\"?>\n<MEME>\n", ", line 2: ", "XML is incomplete");
        text().refused("id\tsplit\nx\ttrain\n", "no known motif format");
        Path binary = Files.write(folder.resolve("b"), new byte[] {77, 0, 3, 9});
        assertThatThrownBy(() -> MotifFile.read(binary.toString())).hasMessageContaining("binary");
        assertThatThrownBy(() -> MotifFile.read(folder.resolve("none").toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void rejectsWrongCounts() {
        text().refused(">m\nA [1 2]\nC [1]\nG [1 2]\nT [1 2]\n", ", line 3, motif m: ", "expected 2 numbers, found 1");
        text().refused(">m\nA [1 2]\nC [1 2]\nG [1 2]\n>n\n", ", line 1, motif m: ", "has 3 rows");
        text().refused(">m\nA [1]\nC [1]\nG [1]\nA [1]\n", ", line 5, ", "a letter twice");
        text().refused(">m\nA [1]\nC [1]\nG [-1]\nT [1]\n", ", line 4, ", "negative");
        text().refused(">m\nA [1]\nC [x]\nG [1]\nT [1]\n", ", line 3, ", "not a number", "\"x\"");
        text().refused(">m\nA [1 0]\nC [1 0]\nG [1 0]\nT [1 0]\n", ", line 1, motif m: ", "position 2 are 0");
        text().refused("1 2\n1 2\n1 2\n1 2\n1 2\n", ", line 5: ", "more than four rows");
        text().refused("AC m\nP0 A C G T\n01 1 2 3\n//\n", ", line 3, motif m: ", "does not have four numbers");
        text().refused("AC m\nP0 A C G T\n01 0 0 0 0\n//\n", ", line 3, ", "are 0");
        text().refused("AC m\nP0 A C D E\n01 0 0 0 0\n//\n", ", line 2, ", "not of DNA");
        text().refused("AC m\n//\n", ", line 1, motif m: ", "no matrix");
        text().refused("P0 A C G T\n01 1 0 0 0\n//\n", ", line 1: ", "has no name");
    }
}
