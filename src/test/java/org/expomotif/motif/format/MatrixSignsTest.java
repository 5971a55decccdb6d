package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.expomotif.motif.Motif;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of matrix orientation by letters, brackets, lengths and sums of rows, at the limits of each rule. */
class MatrixSignsTest {
    @TempDir
    private Path folder;

    private Motif first(String content) throws IOException {
        return new TextOfMotifs(folder).read(content).motifs().getFirst();
    }

    private void assertRejected(String content, String... parts) {
        new TextOfMotifs(folder).refused(content, parts);
    }

    @Test
    void aBracketMayDirectlyFollowItsLetter() throws IOException {
        assertThat(first(">m\nA[9 0 0]\nC[0 9 0]\nG[0 0 9]\nT[0 0 0]\n").consensus())
                .isEqualTo("ACG");
    }

    @Test
    void aLetterWithoutNumbersIsRejectedAtItsLine() {
        assertRejected(">m\nA [1 0]\nC\nG [0 0]\nT [0 1]\n", ", line 3, motif m: ");
    }

    @Test
    void countsWhoseSumsDifferByRoundingShowTheOrientation() throws IOException {
        assertThat(first(">m\n1 96 1 1\n97 1 1 1\n1 98 1 1\n1 1 97 1\n").consensus())
                .isEqualTo("CACG");
        assertRejected(">m\n1 90 1 1\n97 1 1 1\n1 98 1 1\n1 1 97 1\n", ", line 1, motif m: ", "positions or letters");
    }

    @Test
    void aShortRowIsARowOfLettersUnlessTheFileHasPositions() {
        String ragged = ">m\n1 2 3 4\n1 2 3 4\n1 2 3\n1 2 3 4\n";
        assertRejected(ragged, ", line 4, motif m: ", "expected 4 numbers, found 3");
        assertRejected(
                ">n\n1 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n1 0 0 0\n" + ragged,
                ", line 10, motif m: ",
                "does not have four numbers");
    }

    @Test
    void zerosAndOnesAreCountsOfOneSite() throws IOException {
        assertThat(first(">m\nA [1 0]\nC [0 0]\nG [0 1]\nT [0 0]\n").sites()).isEqualTo(1);
        assertThat(first(">m\nA [1 0.5]\nC [0 0]\nG [0 0.5]\nT [0 0]\n").sites())
                .isZero();
    }

    @Test
    void lettersAboveTheColumnsAreAllFour() {
        assertThat(LetterColumns.of(new String[] {"Pos", "T", "G", "C", "A"}, 1))
                .hasValueSatisfying(columns ->
                        assertThat(columns.ordered(new double[] {4, 3, 2, 1})).containsExactly(1, 2, 3, 4));
        assertThat(LetterColumns.of(new String[] {"Pos", "A", "C", "G"}, 1)).isEmpty();
        assertThat(LetterColumns.of(new String[] {"A", "C", "G", "G"}, 0)).isEmpty();
        assertThat(LetterColumns.of(new String[] {"A", "C", "G", "GT"}, 0)).isEmpty();
    }
}
