package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniversalmotifTest {
    private static final String FIRST = "# universalmotif version 1.20.0\n";
    private static final String ROWS = "motif:\n- 0.1 0.2 0.3 0.4\n- 1 0 0 0\n";

    private final TextOfMotifs text;

    UniversalmotifTest(@TempDir Path folder) {
        text = new TextOfMotifs(folder);
    }

    private Motif first(String fields) throws IOException {
        return text.read(FIRST + fields).motifs().getFirst();
    }

    @Test
    void aMotifHasKeysAndRowsOfPositions() throws IOException {
        Motif motif = first("MOTIF1:\n  name: a b\n  altname: A\n  nsites: 17.5\n  " + ROWS);
        assertThat(motif.id()).isEqualTo("a_b");
        assertThat(motif.name()).isEqualTo("A");
        assertThat(motif.sites()).isEqualTo(17.5);
        assertThat(motif.alphabet()).isEqualTo(Alphabet.DNA);
        assertThat(motif.matrix()).isDeepEqualTo(new double[][] {{0.1, 0.2, 0.3, 0.4}, {1, 0, 0, 0}});
        assertThat(first("name: m\n" + ROWS).sites()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOTIF2:\n", "---\n", "====\n"})
    void motifsAreDivided(String boundary) throws IOException {
        MotifSet set = text.read(FIRST + "name: one\nnsites: 9\naltname: x\n" + ROWS + boundary + "name: two\n" + ROWS);
        assertThat(set.format()).contains(MotifFormat.UNIVERSALMOTIF);
        assertThat(set.motifs()).extracting(Motif::id).containsExactly("one", "two");
        assertThat(set.motifs()).extracting(Motif::sites).containsExactly(9.0, 0.0);
        assertThat(set.motifs()).extracting(Motif::name).containsExactly("x", "");
        assertThat(set.motifs()).extracting(Motif::width).containsExactly(2, 2);
    }

    @Test
    void rowsOfOtherMatricesAreNotRead() throws IOException {
        String more = "name: m\n" + ROWS + "multifreq:\n'2':\n- 0.5 0.5\n";
        assertThat(first(more).width()).isEqualTo(2);
    }

    @Test
    void oldVersionsHaveOneRowPerLetter() throws IOException {
        Motif motif = first("name: m\nmotif:\n> 1 0 3\n> 0 2 1\n> 0 0 0\n> 3 2 0\n");
        assertThat(motif.matrix())
                .isDeepEqualTo(new double[][] {{0.25, 0, 0, 0.75}, {0, 0.5, 0, 0.5}, {0.75, 0.25, 0, 0}});
        assertThat(motif.sites()).isEqualTo(4);
        String letters = "name: m\nmotif:\n> 1 0\n> 0 0\n> 0 0\n";
        text.refused(FIRST + letters, ", line 6, motif m: the matrix has 3 rows: expected four rows: A, C, G and T");
        text.refused(
                FIRST + letters + "> 0\n",
                ", line 7, motif m: the rows of the matrix differ in length: expected 2 numbers, found 1");
        text.refused(FIRST + letters + "> 0 0\n", ", line 4, motif m: all probabilities of a position are 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'two: x'", "\"two: x\""})
    void valuesMayBeQuoted(String value) throws IOException {
        assertThat(first("name: " + value + "\n" + ROWS).id()).isEqualTo("two:_x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "'a", "a'", "\"a'"})
    void aLoneQuotationMarkBelongsToTheValue(String value) throws IOException {
        assertThat(first("name: " + value + "\n" + ROWS).id()).isEqualTo(value);
    }

    @Test
    void theFirstOfEqualKeysCounts() throws IOException {
        assertThat(first("name: a\nname: b\n" + ROWS).id()).isEqualTo("a");
    }

    @Test
    void theAlphabetIsDnaOrRna() throws IOException {
        assertThat(first("name: m\nalphabet: RNA\n" + ROWS).alphabet()).isEqualTo(Alphabet.RNA);
        text.refused(
                FIRST + "name: m\nalphabet: AA\n" + ROWS,
                ", line 3, motif m: the alphabet is neither DNA nor RNA: found \"AA\"");
        text.refused(FIRST + "name: m\nalphabet: DNA\n" + ROWS + "---\nname: k\nalphabet: RNA\n" + ROWS, "line 9");
    }

    @Test
    void theTypeIsProbabilitiesOrCounts() throws IOException {
        for (String type : List.of("PPM", "PCM")) {
            assertThat(first("name: m\ntype: " + type + "\n" + ROWS).width()).isEqualTo(2);
        }
        text.refused(
                FIRST + "name: m\ntype: PWM\n" + ROWS,
                ", line 3, motif m: the matrix holds neither probabilities nor counts");
    }

    @Test
    void everyMotifHasANameAndAMatrix() {
        text.refused(FIRST + ROWS, "line 4, motif without a name: the motif has no name");
        text.refused(FIRST + "name: m\n", "line 2, motif m: the motif has no matrix");
        text.refused(FIRST + "name: m\nmotif:\n---\nname: k\n" + ROWS, "line 4, motif m: the motif has no matrix");
    }

    @Test
    void everyRowHasFourNumbersWithASum() {
        text.refused(
                FIRST + "name: m\nmotif:\n- 0.1 0.2 0.7\n", ", line 4, motif m: the matrix row does not have four");
        text.refused(
                FIRST + "name: m\nmotif:\n- 0 0 0 0\n", ", line 4, motif m: all probabilities of a position are 0");
        text.refused(FIRST + "name: m\nmotif:\n- 0 0 0 1\nx\n", ", line 5, motif m: the line is not a row");
        text.refused(FIRST + "name: m\nnsites: many\n" + ROWS, "motif m: \"many\" is not a number");
    }
}
