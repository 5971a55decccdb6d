package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
    private static final String ROWS = "0\t1\t2\t3\t4\tN\n1\t10\t0\t0\t0\tA\n";

    private final TextOfMotifs text;

    StampTest(@TempDir Path folder) {
        text = new TextOfMotifs(folder);
    }

    @Test
    void aMotifHasANameAndNumberedRows() throws IOException {
        MotifSet set = text.read("DE\tone\tZinc finger\n" + ROWS + "XX\nde two\n1 0 20 0 0\n//\nDE\tthree\n" + ROWS
                + "DE\tfour\n" + ROWS);
        assertThat(set.format()).contains(MotifFormat.STAMP);
        assertThat(set.motifs()).extracting(Motif::id).containsExactly("one", "two", "three", "four");
        assertThat(set.motifs()).extracting(Motif::name).containsExactly("Zinc finger", "", "", "");
        assertThat(set.motifs()).extracting(Motif::width).containsExactly(2, 1, 2, 2);
        assertThat(set.motifs()).extracting(Motif::sites).containsExactly(10.0, 20.0, 10.0, 10.0);
        assertThat(set.motifs().getFirst().matrix()).isDeepEqualTo(new double[][] {{0.1, 0.2, 0.3, 0.4}, {1, 0, 0, 0}});
    }

    @Test
    void theNameMayContainTheKey() throws IOException {
        assertThat(text.read("DE\tE\tD E\n" + ROWS).motifs().getFirst().name()).isEqualTo("D E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 1 2 3 4", "00 1 2 3 4 N", "12 1 2 3 .4 5"})
    void aRowIsAWholeNumberAndFourNumbers(String line) {
        assertThat(StampReader.isRow(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0 1 2 3", "0 1 2 3 4 5 6", "x 1 2 3 4", "0 x 2 3 4", "0 1 2 3 x", "0.5 1 2 3 4", "-1 1 2 3 4"})
    void otherLinesAreNotRows(String line) {
        assertThat(StampReader.isRow(line)).isFalse();
    }

    @Test
    void faultsNameTheLineAndTheMotif() {
        text.refused("DE\tm\n" + ROWS + "XX\n5\t1\t1\t1\t1\n", ", line 5: the line belongs to no matrix");
        text.refused("DE\tm\n" + ROWS + "x\t1\t1\t1\t1\n", ", line 4, motif m: the line is not a row of the matrix");
        text.refused("DE\tm\n" + ROWS + "2\t1\t1\t1\t1\t1\n", ", line 4, motif m: the matrix row does not have four");
        text.refused("DE\tm\n" + ROWS + "2\t0\t0\t0\t0\n", ", line 4, motif m: all counts of a position are 0");
        text.refused("DE\tm\n" + ROWS + "DE\tk\nXX\n", ", line 4, motif k: the motif has no matrix");
        text.refused("DE\tm\n" + ROWS + "DE\n" + ROWS, ", line 4: a DE line without a name");
    }
}
