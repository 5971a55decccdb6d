package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed motif files give an error at the faulty line; other files are named by their kind. */
class MotifFaultsTest {
    private static final String MEME = "MEME version 4\nMOTIF p\nletter-probability matrix: alength= 4 w= 3\n";
    private static final String TRANSFAC = "AC p\nP0 A C G T\n";
    private static final String CIS_BP = "Motif\tp\nPos\tA\tC\tG\tT\n";

    @TempDir
    private Path folder;

    private MotifSet read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private MotifSet read(byte[] content) throws IOException {
        return MotifFile.read(Files.write(folder.resolve("m.txt"), content).toString());
    }

    private void assertRejected(String content, String... parts) {
        assertRejected(content.getBytes(StandardCharsets.UTF_8), parts);
    }

    private void assertRejected(byte[] content, String... parts) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(UserException.class)
                .message()
                .startsWith(folder.resolve("m.txt").toString())
                .contains(parts);
    }

    private String consensus(String content) throws IOException {
        return read(content).motifs().getFirst().consensus();
    }

    /** Java's parser has no message for this error and throws an unexpected exception. */
    @Test
    void aControlCharacterInADocumentTypeIsAnErrorOfTheFile() {
        assertRejected(
                "<?xml version=\"1.0\"?>\n<!DOCTYPE MEME [\n<!ELEMENT\u0001>\n]>\n<MEME/>\n",
                "the XML is incomplete or damaged");
    }

    /** The form of ENCODE: the consensus letter before the numbers of its position. */
    @Test
    void lettersBeforeRowsOfPositionsAreNotReadAsRowsOfLetters() {
        assertRejected(
                ">p\nC 0.1 0.7 0.1 0.1\nA 0.7 0.1 0.1 0.1\nG 0.1 0.1 0.7 0.1\nT 0.2 0.1 0.1 0.6\n",
                ", line 1, motif p: the letters before the rows contradict the sums of the matrix",
                "remove the letters before them");
    }

    @Test
    void lettersBeforeRowsOfLettersAreUsed() throws IOException {
        assertThat(consensus(">p\nA 0.1 0.7 0.1 0.1\nC 0.7 0.1 0.1 0.1\nG 0.1 0.1 0.7 0.2\nT 0.1 0.1 0.1 0.6\n"))
                .isEqualTo("CAGT");
    }

    /** Each of these replaces the second row of a matrix of any format. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nan nan nan nan    | "nan" is not a number
            0.1 0.2 inf 0.7    | "inf" is not a number
            0x1 0 0 0          | "0x1" is not a number
            0,1 0,2 0,3 0,4    | "0,1" is not a number: expected a count or probability such as 0.25; write numbers with a decimal point
            0.1 -0.2 0.3 0.4   | the matrix has a negative number
            0.1 0.2 0.7        | the matrix row does not have four numbers
            0.1 0.2 0.3 0.4 0  | the matrix row does not have four numbers
            1e999 0 0 0        | "1e999" is too large
            1 0 0 0x           | "0x" is not a number
            """)
    void aMalformedRowIsReportedAtItsLine(String row, String message) {
        assertRejected(MEME + "1 0 0 0\n" + row + "\n0 1 0 0\n", ", line 5, motif p: " + message);
        assertRejected(
                ">p\n0.7 0.1 0.1 0.1\n" + row + "\n1 0 0 0\n1 0 0 0\n1 0 0 0\n", ", line 3, motif p: " + message);
        assertRejected(TRANSFAC + "01 1 0 0 0\n02 " + row + "\n03 0 1 0 0\nXX\n//\n", ", line 4, motif p: " + message);
        assertRejected("DE p\n1 1 0 0 0\n2 " + row + "\n3 0 1 0 0\nXX\n", ", line 3, motif p: " + message);
        assertRejected(CIS_BP + "1 1 0 0 0\n2 " + row + "\n3 0 1 0 0\n", ", line 4, motif p: " + message);
        assertRejected(
                "# universalmotif version 1.2\nMOTIF1:\n  name: p\n  motif:\n  - 1 0 0 0\n  - " + row
                        + "\n  - 0 1 0 0\n",
                (message.contains("four numbers") ? "" : ", line 6") + ", motif p: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo bar", "some text", "A C G T X"})
    void textWithinAMatrixIsAnError(String text) {
        assertRejected(MEME + "1 0 0 0\n" + text + "\n0 1 0 0\n0 0 1 0\n", ", line 5, motif p: ");
        assertRejected(MEME.replace(" w= 3", "") + "1 0 0 0\n" + text + "\n0 1 0 0\n", ", line 5, motif p: ");
        assertRejected(TRANSFAC + "01 1 0 0 0\n" + text + "\n02 0 1 0 0\n//\n", ", line 4, motif p: ");
        assertRejected(CIS_BP + "1 1 0 0 0\n" + text + "\n2 0 1 0 0\n", ", line 4, motif p: ");
        assertRejected("DE p\n1 1 0 0 0\n" + text + "\n2 0 1 0 0\nXX\n", ", line 3, motif p: ");
        assertRejected(">p\n1 0 0 0\n" + text + "\n0 1 0 0\n0 0 1 0\n1 0 0 0\n", ", line 3, motif p: ");
        assertRejected("p\nA:\t1 0\nC:\t0 1\n" + text + "\nG:\t0 0\nT:\t0 0\n", ", line 4, motif p: ");
    }

    @Test
    void theWidthAndTheSitesOfMemeMustFit() {
        assertRejected(
                MEME + "1 0 0 0\n0 1 0 0\n", ", line 3, motif p: ", "differs from the width", "3 rows (w= 3), found 2");
        assertRejected(MEME + "1 0 0 0\n0 1 0 0\n\nMOTIF q\n", ", line 3, motif p: ", "found 2");
        assertRejected(MEME + "1 0 0 0\n0 1 0 0\n0 1 0 0\n0 0 0 1\n", ", line 3, motif p: ", "found 4");
        assertRejected(
                MEME.replace("w= 3", "w= 3 nsites= many") + "1 0 0 0\n", ", line 3, motif p: ", "wrong nsites", "many");
        assertRejected(
                MEME.replace("w= 3", "w= 3 nsites= nan") + "1 0 0 0\n", ", line 3, motif p: ", "wrong nsites", "nan");
        assertRejected(MEME.replace("w= 3", "w= 2.5") + "1 0 0 0\n", ", line 3, motif p: ", "not a whole number");
        assertRejected(
                MEME + "30 30 20 20\n0 1 0 0\n", ", line 4, motif p: ", "found 100", "divide percentages by 100");
        assertRejected(MEME + "0.3 0.3 0.3 0.3\n0 1 0 0\n", ", line 4, motif p: ", "does not sum to 1", "found 1.2");
        assertRejected(MEME + "0 0 0 0\n0 1 0 0\n", ", line 4, motif p: ", "does not sum to 1");
    }

    @Test
    void aRowAfterABlankLineBelongsToTheMatrix() throws IOException {
        assertThat(consensus(MEME.replace(" w= 3", "") + "1 0 0 0\n\n0 1 0 0\n\nnotes about it\n\nMOTIF q\n"
                        + "letter-probability matrix:\n1 0 0 0\n"))
                .isEqualTo("AC");
        assertRejected(MEME.replace(" w= 3", "") + "1 0 0 0\n\nnan nan nan nan\n", ", line 6, motif p: \"nan\" is not");
    }

    @Test
    void fileEndsLineEndsAndMarksAreRead() throws IOException {
        String text = MEME + "1 0 0 0\n0 1 0 0\n0 0 1 0";
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(consensus(text.replace("\n", end))).isEqualTo("ACG");
            assertThat(consensus("\uFEFF" + text.replace("\n", end) + end)).isEqualTo("ACG");
        }
        assertThat(consensus(text.replace(' ', '\t')
                        .replace("MEME\t", "MEME ")
                        .replace("letter-probability\t", "letter-probability ")))
                .isEqualTo("ACG");
        for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertRejected(text.getBytes(wide), "UTF-16", "UTF-8");
        }
    }

    @Test
    void otherFilesAreNamed() {
        assertRejected(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}, "zip archive", ".npz");
        assertRejected(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, "NumPy array");
        assertRejected(new byte[] {(byte) 0x89, 'H', 'D', 'F', 13, 10, 26, 10}, "HDF5");
        assertRejected(new byte[] {1, 2, 3, 4, 5, 6, 0, 8}, "binary file");
        assertRejected(
                "<!DOCTYPE html>\n<html></html>\n",
                ", line 1: this looks like an HTML page",
                ".xml file written beside");
        assertRejected(">chr1\nACGTNNACGT\n", ", line 2: this looks like FASTA");
        assertRejected("chr1\t100\t200\tp\t0\t+\n", ", line 1: this looks like BED regions");
        assertRejected("##gff-version 3\nchr1\tx\ty\t1\t9\t.\t+\t.\tID=1\n", ", line 1: this looks like a GFF file");
        assertRejected("chr1\tx\ty\t1\t9\t.\t+\t.\tID=1\n", ", line 1: this looks like a GFF file");
        assertRejected("##fileformat=VCFv4.2\n", ", line 1: this looks like a VCF file");
        assertRejected("LOCUS       AB1   12 bp DNA\n", ", line 1: this looks like a GenBank record");
        assertRejected("@r1\nACGT\n+\nIIII\n", ", line 1: this looks like FASTQ reads");
        assertRejected("{\"a\": 1}\n", ", line 1: this looks like JSON");
        assertRejected("motif_id\tmotif_alt_id\tsequence_name\tstart\n", ", line 1: this looks like a table of FIMO");
        assertRejected("id\tsplit\nx\ttrain\n", "no known motif format");
        assertRejected("ID\tvalue\nx\t1\n", "no known motif format");
        assertRejected(
                "<mast version=\"5\"><a/></mast>\n", ", line 1: ", "not the output of MEME, STREME or DREME", "mast");
    }

    @Test
    void fourRowsOfFourAreReadByTheirSums() throws IOException {
        String positions = "1 97 1 1\n97 1 1 1\n1 97 1 1\n1 1 97 1\n";
        String letters = "1 97 1 1\n97 1 97 1\n1 1 1 97\n1 1 1 1\n";
        assertThat(consensus(">m\n" + positions)).isEqualTo("CACG");
        assertThat(consensus(">m\n" + letters)).isEqualTo("CACG");
        assertThat(consensus(positions)).isEqualTo("CACG");
        assertThat(consensus(letters)).isEqualTo("CACG");
        assertThat(consensus(
                        ">m\n" + positions.replaceAll("\\b(\\d)\\b", "0.0$1").replace("97", "0.96")))
                .isEqualTo("CACG");
        assertThat(consensus(">m\n" + letters.replaceAll("\\b(\\d)\\b", "0.01").replace("97", "0.97")))
                .isEqualTo("CACG");
        assertThat(consensus(">m\n9 1 0 0\n1 9 0 0\n0 0 9 1\n0 0 1 9\n"))
                .as("symmetric")
                .isEqualTo("ACGT");
    }

    @Test
    void aSquareMatrixWithInconclusiveSumsNeedsLetters() throws IOException {
        String both = "0 0 10 0\n10 0 0 0\n0 0 0 10\n0 10 0 0\n";
        String neither = "1 2 30 4\n5 6 7 8\n9 1 1 2\n3 4 5 60\n";
        for (String square : List.of(both, neither)) {
            assertRejected(
                    ">m\n" + square, ", line 1, motif m: ", "positions or letters", "\"A C G T\" above the matrix");
        }
        assertThat(consensus(">m\nA C G T\n" + both)).isEqualTo("GATC");
        assertThat(consensus(">m\nT G C A\n" + both)).isEqualTo("CTAG");
        assertThat(consensus("A C G T\n" + both)).isEqualTo("GATC");
        assertThat(consensus(">m\nA 0 0 10 0\nC 10 0 0 0\nG 0 0 0 10\nT 0 10 0 0\n"))
                .isEqualTo("CTAG");
        assertThat(consensus(">m\n[0 0 10 0]\n[10 0 0 0]\n[0 0 0 10]\n[0 10 0 0]\n"))
                .isEqualTo("CTAG");
        assertThat(consensus(">GATC\tname\t5.5\n" + both)).isEqualTo("GATC");
        assertThat(consensus(">m\n" + both + ">n\n1 0 0\n0 1 0\n0 0 1\n0 0 0\n"))
                .as("JASPAR file")
                .isEqualTo("CTAG");
        assertThat(consensus(">m\n" + both + ">n\n1 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n1 0 0 0\n"))
                .as("a file of positions")
                .isEqualTo("GATC");
        assertRejected(
                ">m\n1 97 1 1\n97 1 97 1\n1 1 1 97\n1 1 1 1\n>n\n1 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n1 0 0 0\n",
                ", line 1, motif m: ",
                "positions or letters");
    }

    @Test
    void aTruncatedMatrixOfLettersIsNotReadAsPositions() {
        assertRejected(">m\n1 2 3 4\n5 60 7 8\n", ", line 1, motif m: ", "positions or letters");
        assertRejected(">n\n1 0 0\n0 1 0\n0 0 1\n0 0 0\n>m\n1 2 3 4\n5 60 7 8\n", ", line 6, motif m: ", "has 2 rows");
        assertRejected(">m\n1 2 3\n4 5 6\n", ", line 1, motif m: ", "has 2 rows");
    }

    @Test
    void rnaIsKept() throws IOException {
        for (String text : List.of(
                "MEME version 5\nALPHABET= ACGU\nstrands: +\nMOTIF m\nletter-probability matrix: w= 2\n0 0 0 1\n1 0 0 0\n",
                "MEME version 5\nALPHABET \"RNA\" RNA-LIKE\nA \"a\" CC0000\nEND ALPHABET\nMOTIF m\n"
                        + "letter-probability matrix: w= 2\n0 0 0 1\n1 0 0 0\n",
                "MEME version 4\nBackground letter frequencies\nA 0.3 C 0.2 G 0.2 U 0.3\nMOTIF m\n"
                        + "letter-probability matrix: w= 2\n0 0 0 1\n1 0 0 0\n",
                ">m\nA [0 1]\nC [0 0]\nG [0 0]\nU [1 0]\n",
                ">UA\tm\t5\n0 0 0 1\n1 0 0 0\n",
                "Pos\tA\tC\tG\tU\n1\t0\t0\t0\t1\n2\t1\t0\t0\t0\n",
                "m\nA:\t0\t1\nC:\t0\t0\nG:\t0\t0\nU:\t1\t0\n",
                "AC m\nP0 A C G U\n01 0 0 0 1\n02 1 0 0 0\n//\n",
                "<STREME><model><alphabet name=\"RNA\" like=\"rna\"/></model><motifs><motif id=\"m\" width=\"2\">"
                        + "<pos A=\"0\" C=\"0\" G=\"0\" U=\"1\"/><pos A=\"1\" C=\"0\" G=\"0\" U=\"0\"/></motif></motifs></STREME>")) {
            MotifSet set = read(text);
            assertThat(set.alphabet()).as(text).isEqualTo(Alphabet.RNA);
            assertThat(set.motifs().getFirst().consensus()).as(text).isEqualTo("UA");
            Path out = folder.resolve("out.meme");
            MemeWriter.write(out.toString(), set, List.of());
            assertThat(out).content().contains("ALPHABET= ACGU\n\nstrands: +\n", " U 0.");
            assertThat(MotifFile.read(out.toString()).alphabet()).isEqualTo(Alphabet.RNA);
        }
        assertRejected(
                ">m\nA [1]\nC [0]\nG [0]\nU [0]\n>n\nA [1]\nC [0]\nG [0]\nT [0]\n", ", line 10: ", "both DNA and RNA");
    }

    @Test
    void xmlEntitiesAreNeitherExpandedNorFetched() throws IOException {
        String bomb = "<!DOCTYPE MEME [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]>\n";
        assertRejected(
                "<?xml version=\"1.0\"?>\n" + bomb + "<MEME><motifs><motif name=\"&b;\"/></motifs></MEME>", "XML");
        assertRejected("<?xml version=\"1.0\"?>\n" + bomb + "<MEME><model>&f;</model></MEME>", "");
        assertRejected("<MEME><motifs>\n<motif name=\"m\" width=\"2\">\n", ", line 2: ", "incomplete or damaged");
        assertRejected(
                "<STREME><motifs>\n<motif id=\"m\" width=\"2\">\n<pos A=\"1\" C=\"0\" G=\"0\" T=\"0\"/></motif></motifs></STREME>",
                ", line 3, motif m: ",
                "expected 2 rows, found 1");
        assertRejected(
                "<STREME><motifs>\n<motif id=\"m\">\n<pos A=\"1\" C=\"0\" G=\"0\" T=\"x\"/></motif></motifs></STREME>",
                ", line 3, motif m: \"x\" is not a number");
        assertRejected(
                "<STREME><motifs>\n<motif id=\"m\">\n<pos A=\"1\" C=\"0\" G=\"0\"/></motif></motifs></STREME>",
                ", line 3, motif m: ",
                "all four letters");
    }

    @Test
    void countsAndProbabilitiesAreDistinguished() throws IOException {
        Motif near = read(">m\n0.3 0.3 0.2 0.199\n0.999 0 0 0\n0 0 0.5 0.5\n")
                .motifs()
                .getFirst();
        assertThat(near.sites()).isZero();
        assertThat(near.matrix()[1]).containsExactly(new double[] {1, 0, 0, 0}, within(1e-12));
        assertThat(read(">m\n30 30 20 20\n100 0 0 0\n0 0 50 50\n")
                        .motifs()
                        .getFirst()
                        .sites())
                .isEqualTo(100);
        assertRejected(">m\n1 0 0 0\n0 0 0 0\n1 0 0 0\n1 0 0 0\n1 0 0 0\n", ", line 3, motif m: ", "are 0");
    }

    /** No reader takes more than linear time on a long line or word. */
    @Test
    @Timeout(60)
    void longLinesTakeLittleTime() {
        String spaces = " ".repeat(400_000);
        String digits = "1".repeat(400_000);
        String letters = "a".repeat(400_000);
        for (String text : List.of(
                MEME + digits + "x 0 0 0\n",
                MEME.replace("w= 3", letters) + "x\n",
                MEME.replace("MOTIF p", "MOTIF p " + spaces + "x" + spaces) + "x\n",
                MEME.replace("MOTIF p", "MOTIF p " + "width ".repeat(70_000)) + "x\n",
                "MEME version 4\n" + spaces + letters + "\n",
                ">" + letters + "\n" + letters + "\n",
                ">p\nA [" + spaces + "x]\n",
                ">p\n" + digits + "x\n",
                "AC" + spaces + letters + "\nP0 A C G T\n" + digits + "\n//\n",
                "Pos A C G T\n1" + spaces + digits + "e\n",
                "p\nA:" + spaces + digits + ".\n",
                "DE p\n1 1 1 1 1\n" + letters + spaces + "\n",
                "<" + letters,
                letters + "\t" + digits + "\t" + digits + "\n",
                "# universalmotif version 1\nname: " + spaces + letters + "\nmotif:\n- " + digits + "x\n")) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(UserException.class);
        }
    }
}
