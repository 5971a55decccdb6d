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

class UniprobeTest {
    private static final String ROWS = "A:\t0.1\t1\nC:\t0.2\t0\nG:\t0.3\t0\nT:\t0.4\t0\n";

    private final TextOfMotifs text;

    UniprobeTest(@TempDir Path folder) {
        text = new TextOfMotifs(folder);
    }

    @Test
    void aNameStandsAboveFourRows() throws IOException {
        MotifSet set = text.read("Abc1 some words\n" + ROWS + "\n# a comment\nDef2\nT:\t1\nG:\t0\nA:\t0\nC:\t0\n");
        assertThat(set.format()).contains(MotifFormat.UNIPROBE);
        assertThat(set.motifs()).extracting(Motif::id).containsExactly("Abc1", "Def2");
        assertThat(set.motifs()).extracting(Motif::name).containsExactly("some words", "");
        assertThat(set.motifs().getFirst().matrix()).isDeepEqualTo(new double[][] {{0.1, 0.2, 0.3, 0.4}, {1, 0, 0, 0}});
        assertThat(set.motifs().getLast().matrix()).isDeepEqualTo(new double[][] {{0, 0, 0, 1}});
        assertThat(set.alphabet()).isEqualTo(Alphabet.DNA);
        assertThat(text.read("Abc1\n" + ROWS.replace("T:", "U:")).alphabet()).isEqualTo(Alphabet.RNA);
    }

    @ParameterizedTest
    @CsvSource({
        "Gene: Abc1 Motif: TGAC Enrichment Score: 0.4, Abc1, TGAC",
        "Protein: Abc1 k-mer: TGAC Enrichment Score: 0.4, Abc1, TGAC",
        "Protein: Abc1 Motif: TGAC k-mer: AAAA, Abc1, TGAC",
        "Motif: TGAC Enrichment Score: 0.4, TGAC, ''",
        "Gene: Motif: TGAC, TGAC, ''",
        "Abc1 Gene:, Abc1, Gene:",
    })
    void keysInTheTitleNameTheProteinAndTheWord(String title, String id, String name) throws IOException {
        Motif motif = text.read(title + "\n" + ROWS).motifs().getFirst();
        assertThat(motif.id()).isEqualTo(id);
        assertThat(motif.name()).isEqualTo(name);
    }

    @Test
    void ofThreeMatricesTheProbabilitiesAreRead() throws IOException {
        MotifSet set = text.read("# Motif: TGAC Enrichment Score: 0.4\n1\tTGAC\t0.4\n\n"
                + "Enrichment score matrix\n\nA:\t-1\nC:\t0\nG:\t0\nT:\t0\n\n"
                + "Energy matrix for enoLOGOS\n\nPO\t1\nA:\t-1\nC:\t0\nG:\t0\nT:\t0\n\n"
                + "Probability matrix\n\n" + ROWS + "# Motif: AAAA\nProbability matrix\n" + ROWS);
        assertThat(set.motifs()).extracting(Motif::id).containsExactly("TGAC", "AAAA");
        assertThat(set.motifs().getFirst().matrix()[0]).containsExactly(0.1, 0.2, 0.3, 0.4);
    }

    @Test
    void linesOfNoMatrixAreRefused() {
        text.refused("m\n" + ROWS + "12 x\n", ", line 6: the line belongs to no matrix", "found \"12 x\"");
        text.refused("m\nA:\t1\nC:\t0\nx\n", ", line 4, motif m: the line is not a row of the matrix");
        text.refused("m\n" + ROWS + ROWS, ", line 6: a matrix without a name");
    }

    @Test
    void aMatrixHasFourRowsOfOneLength() {
        text.refused("m\nA:\t1\n", ", line 2, motif m: the matrix has 1 row: expected four rows");
        text.refused("m\nA:\t1\nC:\t1\n", ", line 3, motif m: the matrix has 2 rows: expected four rows");
        text.refused("m\nA:\t1\nA:\t1\n", ", line 3, motif m: the matrix has a letter twice", "found A");
        text.refused("m\nA:\t1\t1\nC:\t1\n", "the rows of the matrix differ in length: expected 2 numbers, found 1");
        text.refused(
                "m\nA:\t1\t0\nC:\t0\t0\nG:\t0\t0\nT:\t0\t0\n",
                ", line 1, motif m: all probabilities of position 2 are 0");
    }
}
