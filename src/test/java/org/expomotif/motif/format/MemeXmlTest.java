package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The elements and attributes of the XML of MEME, STREME and DREME. */
class MemeXmlTest {
    private static final String ROW = "<pos A=\"0.1\" C=\"0.2\" G=\"0.3\" T=\"0.4\"/>";

    @TempDir
    private Path folder;

    private MotifSet read(String xml) throws IOException {
        return new TextOfMotifs(folder).read(xml);
    }

    private Motif motif(String attributes) throws IOException {
        return read("<streme><motifs><motif " + attributes + ">" + ROW + "</motif></motifs></streme>")
                .motifs()
                .getFirst();
    }

    private void refused(String xml, String message) {
        new TextOfMotifs(folder).refused(xml, message);
    }

    private static String array(String... cells) {
        StringBuilder xml = new StringBuilder("<alphabet_array>");
        for (String cell : cells) {
            String[] parts = cell.split("=");
            xml.append("<value letter_id=\"" + parts[0] + "\"> " + parts[1] + " </value>");
        }
        return xml.append("</alphabet_array>").toString();
    }

    @Test
    void arraysOfMemeGiveTheBackgroundAndTheRows() throws IOException {
        MotifSet set = read("""
                <MEME version="5.5.5"><training_set><alphabet name="DNA" like="dna">
                <letter id="x1" symbol="T"/><letter id="x2" symbol="G"/><letter id="x3" symbol="C"/>
                <letter id="x4" symbol="A"/></alphabet></training_set>
                <model><background_frequencies source="s">""" + array("x4=0.3", "x3=0.2", "x2=0.15", "x1=0.35") + """
                </background_frequencies></model>
                <motifs><motif id="motif_1" name="ACGT" alt="MEME-1" width="2" sites="17">
                <scores><alphabet_matrix>"""
                + array("x1=9", "x2=9", "x3=9", "x4=9") + """
                </alphabet_matrix></scores><probabilities><alphabet_matrix>""" + array("x4=0.1", "x3=0.2", "x2=0.3", "x1=0.4")
                + array("A=1", "C=0", "G=0", "T=0") + """
                </alphabet_matrix></probabilities></motif></motifs></MEME>
                """);
        assertThat(set.background()).contains(new Background(0.3, 0.2, 0.15, 0.35));
        assertThat(set.format()).contains(MotifFormat.MEME_XML);
        assertThat(set.alphabet()).isEqualTo(Alphabet.DNA);
        assertThat(set.motifs()).hasSize(1);
        Motif motif = set.motifs().getFirst();
        assertThat(motif.id()).isEqualTo("ACGT");
        assertThat(motif.name()).isEqualTo("MEME-1");
        assertThat(motif.sites()).isEqualTo(17);
        assertThat(motif.matrix()).isDeepEqualTo(new double[][] {{0.1, 0.2, 0.3, 0.4}, {1, 0, 0, 0}});
    }

    @Test
    void attributesOfStremeGiveTheBackgroundAndTheRows() throws IOException {
        MotifSet set = read("<STREME><model><alphabet name=\"RNA\"/></model>"
                + "<background A=\"0.4\" C=\"0.1\" G=\"0.2\" U=\"0.3\"/><motifs>"
                + "<motif id=\"1-AC\"><pos A=\"0.1\" C=\"0.2\" G=\"0.3\" U=\"0.4\"/></motif></motifs></STREME>");
        assertThat(set.background()).contains(new Background(0.4, 0.1, 0.2, 0.3));
        assertThat(set.motifs().getFirst().alphabet()).isEqualTo(Alphabet.RNA);
        assertThat(read("<dreme><motifs><motif id=\"m\">" + ROW + "</motif></motifs></dreme>")
                        .background())
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "id='i' name='n' seq='s', s",
        "id='i' name='n', n",
        "id='i', i",
    })
    void theIdentifierIsTheSequenceOrTheName(String attributes, String id) throws IOException {
        assertThat(motif(attributes).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "sites='5' nsites='6', 5",
        "nsites='6' total_sites='7', 6",
        "total_sites='7' train_pos_count='1', 7",
        "train_pos_count='10' test_pos_count='3', 13",
        "train_pos_count='10', 10",
        "test_pos_count='3', 3",
        "alt='x', 0",
    })
    void theNumberOfSitesHasSeveralNames(String attributes, double sites) throws IOException {
        assertThat(motif("id='m' " + attributes).sites()).isEqualTo(sites);
    }

    @Test
    void aWidthIsThatOfTheRows() throws IOException {
        assertThat(motif("id='m' width='1'").width()).isEqualTo(1);
        assertThat(motif("id='m' length='1'").width()).isEqualTo(1);
        String two = "<streme><motif id=\"m\" width=\"2\" length=\"1\">" + ROW + "</motif></streme>";
        refused(two, "motif m: the number of rows differs from the motif's width: expected 2 rows, found 1");
        refused(two.replace("width=\"2\" length=\"1\"", "length=\"3\""), "expected 3 rows, found 1");
    }

    @Test
    void everyMotifHasAnIdentifierAndRows() {
        refused("<streme><motif>" + ROW + "</motif></streme>", "a motif without an identifier");
        refused("<streme><motif id=\"m\"></motif></streme>", "motif m: the motif has no matrix");
        refused(
                "<streme><motif id=\"m\">" + ROW + "</motif><motif id=\"k\"/></streme>",
                "motif k: the motif has no matrix");
    }

    @Test
    void everyRowGivesFourProbabilities() throws IOException {
        String xml = "<streme><motif id=\"m\">" + ROW + "</motif></streme>";
        refused(
                xml.replace(" T=\"0.4\"", ""),
                "a row does not give all four letters: expected a value for each of A, C, G, T");
        refused(xml.replace("0.4", ""), "a row does not give all four letters");
        refused(xml.replace("0.4", "0.55"), "does not sum to 1: expected a sum between 0.9 and 1.1, found 1.15");
        refused(xml.replace("0.4", "0.2"), "found 0.8");
        assertThat(read(xml.replace("0.4", "0.32")).motifs().getFirst().matrix()[0])
                .containsExactly(0.1, 0.2, 0.3, 0.32);
        refused(
                "<meme><motif id=\"m\"><probabilities>" + array("A=1", "C=0", "G=0")
                        + "</probabilities></motif></meme>",
                "a row does not give all four letters");
    }

    @Test
    void aBackgroundHasASum() {
        refused(
                "<streme><background A=\"0\" C=\"0\" G=\"0\" T=\"0\"/></streme>",
                "the background frequencies are all 0");
        refused("<streme><background A=\"1\" C=\"0\" G=\"0\"/></streme>", "does not give all four letters");
    }

    @Test
    void proteinsAndOtherDocumentsAreRefused() {
        refused("<streme><alphabet name=\"Protein\"/></streme>", "the motifs are of proteins");
        refused("<meme><alphabet name=\"own\" like=\"protein\"/></meme>", "the motifs are of proteins");
        refused(
                "<?xml version=\"1.0\"?><!-- x --><fimo/>",
                "is not the output of MEME, STREME or DREME: found the element \"fimo\"");
        refused("<streme>\n<motifs>\n<motif", "line 3: the XML is incomplete or damaged");
    }
}
