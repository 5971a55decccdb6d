package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of MEME files, text and XML, and of bare matrices that other files seldom have. */
class MemeFormsTest {
    private static final String MATRIX = "letter-probability matrix: w= 2\n0.1 0.2 0.3 0.4\n1 0 0 0\n";

    @TempDir
    private Path folder;

    private MotifSet read(String content) throws IOException {
        return new TextOfMotifs(folder).read(content);
    }

    private Motif first(String content) throws IOException {
        return read(content).motifs().getFirst();
    }

    private void refused(String content, String... parts) {
        new TextOfMotifs(folder).refused(content, parts);
    }

    @Test
    void commentsMayStandBetweenRowsAndFrequencies() throws IOException {
        MotifSet set = read("MEME version 4\nBackground letter frequencies\nA 0.1 C 0.2\n# of what\nG 0.3 T 0.4\n"
                + "MOTIF m\nletter-probability matrix: w= 2\n0.1 0.2 0.3 0.4\n# half\n1 0 0 0\n");
        assertThat(set.background()).contains(new Background(0.1, 0.2, 0.3, 0.4));
        assertThat(set.motifs().getFirst().width()).isEqualTo(2);
    }

    @Test
    void numbersMayHaveSignsAndExponents() throws IOException {
        assertThat(first("MOTIF m\nletter-probability matrix: w= 2\n2.5e-1 +0.25 .25 25E-2\n1e0 0e0 +0 0.\n")
                        .matrix())
                .isDeepEqualTo(new double[][] {{0.25, 0.25, 0.25, 0.25}, {1, 0, 0, 0}});
    }

    @Test
    void aBackgroundBelowTheMotifLineCountsWhenTheHeaderHasNone() throws IOException {
        String below = "MOTIF m\nBackground letter frequencies\nA 0.1 C 0.2 G 0.3 T 0.4\n" + MATRIX;
        assertThat(read(below).background()).contains(new Background(0.1, 0.2, 0.3, 0.4));
        assertThat(read(below).motifs().getFirst().width()).isEqualTo(2);
        assertThat(read("Background letter frequencies\nA 0.4 C 0.3 G 0.2 T 0.1\n" + below)
                        .background())
                .contains(new Background(0.4, 0.3, 0.2, 0.1));
    }

    @Test
    void aBackgroundIsWholeAndGivesEachLetterOnce() {
        refused("MEME version 4\nBackground letter frequencies\nA 0.3 C 0.2", ", line 3: ", "all four letters");
        refused("MEME version 4\nBackground letter frequencies\nA 0 A 0.5 C 0.2 G 0.3\n", ", line 3: ", "A twice");
    }

    @Test
    void theNameEndsWhereFullOutputStatesTheWidth() throws IOException {
        assertThat(first("MOTIF m half-life width = 2 sites = 9\n" + MATRIX).name())
                .isEqualTo("half-life");
        assertThat(first("MOTIF m halfwidth = 2 width=2\n" + MATRIX).name()).isEqualTo("halfwidth = 2");
        assertThat(first("MOTIF m by width\n" + MATRIX).name()).isEqualTo("by width");
    }

    @Test
    void aPageIsWhatFollowsTheWordUrl() throws IOException {
        assertThat(first("MOTIF m\n" + MATRIX + "URL http://x.org/a b\n").url()).isEqualTo("http://x.org/a b");
        assertThat(first("MOTIF m\n" + MATRIX + "URL\n").url()).isEmpty();
        assertThat(first("MOTIF m\n" + MATRIX + "URLs below\n").url()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"= DNA, DNA", "= ACGT, DNA", "' \"DNA\"', DNA", "= RNA, RNA", "= A C G U, RNA", "' \"RNA\"', RNA"})
    void alphabetsAreNamedOrListed(String form, Alphabet alphabet) throws IOException {
        assertThat(read("MEME version 5\nALPHABET" + form + "\nMOTIF m\n" + MATRIX)
                        .alphabet())
                .isEqualTo(alphabet);
    }

    @Test
    void otherAlphabetsAreRefused() {
        refused("MEME version 5\nALPHABET= ACGX\nMOTIF m\n" + MATRIX, ", line 2: ", "neither DNA nor RNA");
    }

    @Test
    void infinitelyManySitesAreRefused() {
        refused("MOTIF m\nletter-probability matrix: nsites= 1e999\n1 0 0 0\n", ", line 2, motif m: ", "wrong nsites");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9 0\n0 1\n0 1\n0 7\n", "0 0\n9 1\n0 1\n0 7\n", ".9 0.1\n0.1 0.1\n0 0.1\n0 0.7\n"})
    void aMatrixWithoutAHeaderMayBeginWithAnyNumber(String rows) throws IOException {
        assertThat(first(rows).width()).isEqualTo(2);
        assertThat(first("A"
                                + rows.replaceFirst("\n", "\nC")
                                        .replaceFirst("\n([0-9])", "\nG$1")
                                        .replaceFirst("\n([0-9])", "\nT$1"))
                        .width())
                .isEqualTo(2);
    }

    @Test
    void rowsOfXmlSumToOneOverAllFourLetters() throws IOException {
        assertThat(first(
                                "<STREME><motifs><motif id=\"m\"><pos A=\"0.1\" C=\"0.2\" G=\"0.3\" T=\"0.4\"/></motif></motifs></STREME>")
                        .matrix())
                .isDeepEqualTo(new double[][] {{0.1, 0.2, 0.3, 0.4}});
    }

    @Test
    void faultsOfXmlAreBlamedAtTheirLine() {
        refused(
                "<STREME><motifs>\n<motif id=\"m\">\n<pos A=\"1\" C=\"0\" G=\"0\" T=\"x\"/>\n</motif>\n\n\n\n</motifs></STREME>",
                ", line 3, motif m: \"x\" is not a number");
    }
}
