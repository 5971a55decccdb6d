package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CisBpTest {
    private static final String HEAD = "Pos\tA\tC\tG\tT\n";
    private static final String ROWS = HEAD + "1\t0.1\t0.2\t0.3\t0.4\n2\t1\t0\t0\t0\n";

    private final TextOfMotifs text;

    CisBpTest(@TempDir Path folder) {
        text = new TextOfMotifs(folder);
    }

    @Test
    void matricesWithoutFieldsAreNamedAfterTheFile() throws IOException {
        MotifSet set = text.read(ROWS + ROWS + ROWS);
        assertThat(set.format()).contains(MotifFormat.CIS_BP);
        assertThat(set.motifs()).extracting(Motif::id).containsExactly("m", "m-2", "m-3");
        assertThat(set.motifs().getLast().matrix()).isDeepEqualTo(new double[][] {{0.1, 0.2, 0.3, 0.4}, {1, 0, 0, 0}});
    }

    @ParameterizedTest
    @CsvSource({
        "'TF\tT1\nTF Name\tFOX\nGene\tG\nMotif\tM1\n', M1, FOX",
        "'TF\tT1\nTF_Name\tFOX\nGene\tG\n', T1, FOX",
        "'Gene\tG\n', G, ''",
        "'Family\tbZIP\n', m, ''",
    })
    void fieldsAboveAMatrixNameIt(String fields, String id, String name) throws IOException {
        Motif motif = text.read(fields + ROWS).motifs().getFirst();
        assertThat(motif.id()).isEqualTo(id);
        assertThat(motif.name()).isEqualTo(name);
    }

    @Test
    void fieldsBelongToTheNextMatrix() throws IOException {
        MotifSet set = text.read("Motif\tM1\nTF Name\tA\n" + ROWS + "Motif\tM2\n" + ROWS + ROWS);
        assertThat(set.motifs()).extracting(Motif::id).containsExactly("M1", "M2", "m");
        assertThat(set.motifs()).extracting(Motif::name).containsExactly("A", "", "");
        assertThat(set.motifs()).extracting(Motif::width).containsExactly(2, 2, 2);
    }

    @Test
    void columnsMayBeInAnotherOrderOrOfRna() throws IOException {
        assertThat(text.read("Position\tT\tG\tC\tA\n1\t0.4\t0.3\t0.2\t0.1\n")
                        .motifs()
                        .getFirst()
                        .matrix()[0])
                .containsExactly(0.1, 0.2, 0.3, 0.4);
        assertThat(text.read(ROWS.replace("T", "U")).alphabet()).isEqualTo(Alphabet.RNA);
    }

    @Test
    void positionsAreNumberedOneByOne() throws IOException {
        assertThat(text.read(HEAD + "0\t1\t0\t0\t0\n1\t1\t0\t0\t0\n")
                        .motifs()
                        .getFirst()
                        .width())
                .isEqualTo(2);
        String message =
                "m: a position is missing or out of order: expected positions numbered one by one from 1, found ";
        text.refused(HEAD + "2\t1\t0\t0\t0\n", ", line 2, motif " + message + "2");
        text.refused(ROWS + "4\t1\t0\t0\t0\n", ", line 4, motif " + message + "4");
        text.refused(ROWS + "x\t1\t0\t0\t0\n", ", line 4, motif m: the line is not a row of the matrix");
        text.refused(ROWS + "1234567\t1\t0\t0\t0\n", ", line 4, motif m: the line is not a row of the matrix");
        text.refused(ROWS + "3\t0\t0\t0\t0\n", ", line 4, motif m: all probabilities of a position are 0");
        text.refused(ROWS + "3\t1\t0\t0\n", ", line 4, motif m: the matrix row does not have four numbers");
    }

    @Test
    void emptyMatricesAreLeftOutWithAWarning() throws IOException {
        String why = ": CIS-BP leaves the matrices of restricted licences empty";
        assertThat(text.warnings(ROWS + "Motif\tM2\n" + HEAD))
                .containsExactly(
                        text.folder().resolve("m.txt") + ": one motif has no matrix and is left out (M2)" + why);
        assertThat(text.warnings(ROWS + ("Motif\tX\n" + HEAD).repeat(2) + "Motif\tY\n"))
                .containsExactly(
                        text.folder().resolve("m.txt") + ": 3 motifs have no matrix and are left out (X, X, Y)" + why);
        assertThat(text.warnings(ROWS + ("Motif\tX\n" + HEAD).repeat(5)).getFirst())
                .contains("(X, X, X, X, X)");
        assertThat(text.warnings(ROWS + ("Motif\tX\n" + HEAD).repeat(6)).getFirst())
                .contains("(X, X, X, X, X, ...)");
        assertThat(text.warnings(ROWS)).isEmpty();
        text.refused("Motif\tM2\n" + HEAD, ", motif M2: the motif has no matrix", "restricted licences");
    }
}
