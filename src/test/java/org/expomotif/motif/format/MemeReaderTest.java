package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MEME text, minimal and as MEME writes it. */
class MemeReaderTest {
    private static final String ROWS = "0.1 0.2 0.3 0.4\n1 0 0 0\n";

    @TempDir
    private Path folder;

    private TextOfMotifs text() {
        return new TextOfMotifs(folder);
    }

    @Test
    void readsMinimalMeme() throws IOException {
        MotifSet set = text().read("""
                MEME version 5.4.1

                ALPHABET= ACGT

                strands: + -

                Background letter frequencies (from uniform background):
                A 0.30000 C 0.20000 G 0.20000 T 0.30000

                MOTIF MA0139.2 CTCF
                letter-probability matrix: alength= 4 w= 2 nsites= 915.5 E= 0
                  0.1  0.2\t0.3  0.4
                  1.0  0.0  0.0  0.0
                URL http://jaspar.org/MA0139.2

                MOTIF second
                letter-probability matrix: alength= 4 w= 1
                0.25 0.25 0.25 0.249
                """);

        assertThat(set.background()).contains(new Background(0.3, 0.2, 0.2, 0.3));
        Motif first = set.motifs().get(0);
        assertThat(first.id()).isEqualTo("MA0139.2");
        assertThat(first.name()).isEqualTo("CTCF");
        assertThat(first.matrix()).isDeepEqualTo(TextOfMotifs.MATRIX);
        assertThat(first.sites()).isEqualTo(915.5);
        assertThat(first.url()).isEqualTo("http://jaspar.org/MA0139.2");
        Motif second = set.motifs().get(1);
        assertThat(second.name()).isEmpty();
        assertThat(second.sites()).isZero();
        assertThat(second.matrix()).isDeepEqualTo(new double[][] {{0.25, 0.25, 0.25, 0.249}});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MOTIF m\nletter-probability matrix:\n" + ROWS,
                "MOTIF m\nletter-probability matrix: w=2 alength=4\n\n" + ROWS,
                "MOTIF m\nletter-probability matrix: nsites = 0 w = 2 E=1e-3\n" + ROWS + "\n\n# the end\n",
                "motif m\nLETTER-PROBABILITY MATRIX: ALENGTH= 4 W= 2\n" + ROWS,
                "\uFEFFMOTIF m\nletter-probability matrix: w= 2\n" + ROWS,
                "# comment\nMEME version 4\n  MOTIF  m  \n letter-probability matrix: w= 2\n" + ROWS,
                "MOTIF m\nlog-odds matrix: alength= 4 w= 2\n-12 3 4 -200\n1 2 3 4\n\n"
                        + "letter-probability matrix: w= 2\n" + ROWS + "-----\n1 2 3\n",
                "ALPHABET \"DNA\" DNA-LIKE\nA \"Adenine\" CC0000 ~ T \"Thymine\" 008000\nEND ALPHABET\n"
                        + "MOTIF m\nletter-probability matrix: w= 2\n0.1 0.2 0.3 0.4 # first\n1 0 0 0\n",
            })
    void readsVariantsOfTheFormat(String content) throws IOException {
        for (String text : new String[] {
            content, content.replace("\n", "\r\n"), content.replace(' ', '\t').strip()
        }) {
            Motif motif = text().only(text.replace("letter-probability\tmatrix", "letter-probability matrix")
                    .replace("log-odds\tmatrix", "log-odds matrix")
                    .replace("LETTER-PROBABILITY\tMATRIX", "LETTER-PROBABILITY MATRIX"));
            assertThat(motif.id()).isEqualTo("m");
            assertThat(motif.matrix()).isDeepEqualTo(TextOfMotifs.MATRIX);
        }
    }

    @Test
    void readsGzipAndEveryMotifOfARepeatedId() throws IOException {
        Path file = folder.resolve("m.meme.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("MOTIF m first one\nletter-probability matrix:\n" + ROWS
                            + "MOTIF n\nletter-probability matrix:\n1 0 0 0\nMOTIF m\nletter-probability matrix:\n1 0 0 0\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        MotifSet set = MotifFile.read(file.toString());
        assertThat(set.motifs()).extracting(Motif::id).containsExactly("m", "n", "m");
        List<String> warnings = new ArrayList<>();
        assertThat(set.firstOfEachId("x", warnings::add).motifs())
                .extracting(Motif::id)
                .containsExactly("m", "n");
        assertThat(set.withDistinctIds("x", warnings::add).motifs())
                .extracting(Motif::id)
                .containsExactly("m", "n", "m-2");
        assertThat(warnings)
                .containsExactly(
                        "x: the motif identifier m occurs more than once; the first is used and 1 left out, as Tomtom"
                                + " does",
                        "x: the motif identifier m occurs more than once; each further motif is used under a name of"
                                + " its own (m-2)");
        assertThat(set.motifs().get(0).name()).isEqualTo("first one");
        assertThat(set.background()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Background letter frequencies\nA 0.1 C 0.2 G 0.3 T 0.4\n",
                "Background letter frequencies (from file b):\nA 0.1\nC 0.2\nG 0.3\nT 0.4\n",
                "background letter frequencies\n\nt 0.4 g 0.3\nc 0.2 a 0.1 # sum 1\n",
                "A 0.1 C 0.2 G 0.3 T 0.4\n",
                "Letter frequencies in dataset:\nA 0.25 C 0.25 G 0.25 T 0.25\n"
                        + "Background letter frequencies (from dataset):\nA 0.1 C 0.2 G 0.3 U 0.4\n",
            })
    void readsTheBackgroundInItsForms(String header) throws IOException {
        MotifSet set = text().read("MEME version 4\n" + header + "MOTIF m\nletter-probability matrix:\n" + ROWS);
        assertThat(set.background()).contains(new Background(0.1, 0.2, 0.3, 0.4));
    }

    @Test
    void takesTheMatrixFromFullMemeOutput() throws IOException {
        Motif motif = text().only("""
                MEME version 5.0.5 (Release date: Mon Mar 18)
                DATAFILE= crp0.fna
                ALPHABET= ACGT
                Letter frequencies in dataset:
                A 0.294 C 0.231 G 0.176 T 0.3
                Background letter frequencies (from dataset with add-one prior applied):
                A 0.294 C 0.231 G 0.176 T 0.3
                ********
                MOTIF TGTGA MEME-1\twidth =  2  sites =  18  llr = 154  E-value = 1.1e-009
                ********
                \tMotif TGTGA MEME-1 Description
                bits    2.5
                BL   MOTIF TGTGA width=2 seqs=18
                ce1cg                    (   64) TG  1
                //
                log-odds matrix: alength= 4 w= 2 n= 1512 bayes= 6.3 E= 1.1e-009
                   -57   -104    153     11
                  -100    200   -100   -100
                ---------
                letter-probability matrix: alength= 4 w= 2 nsites= 18 E= 1.1e-009
                 0.1 0.2 0.3 0.4
                 1 0 0 0
                ---------
                Time  0.31 secs.
                """);
        assertThat(motif.id()).isEqualTo("TGTGA");
        assertThat(motif.name()).isEqualTo("MEME-1");
        assertThat(motif.sites()).isEqualTo(18);
        assertThat(motif.matrix()).isDeepEqualTo(TextOfMotifs.MATRIX);
    }

    @Test
    void rejectsWrongRows() {
        String head = "MOTIF m\nletter-probability matrix: alength= 4 w= 2 nsites= 20 E= 0\n";
        text().refused(
                        head + "0.1 0.2 0.7\n1 0 0 0\n",
                        ", line 3, motif m: ",
                        "does not have four numbers",
                        "found 3 numbers");
        text().refused(head + "1 0 0 0\n0.1 0.2 0.3 0.4 0\n", ", line 4, ", "found 5 numbers");
        text().refused(head + "1 0 0 0\n-0.1 0.3 0.4 0.4\n", ", line 4, ", "negative number", "\"-0.1\"");
        text().refused(head + "1 0 0 0\n0,1 0.3 0.4 0.4\n", ", line 4, ", "not a number", "\"0,1\"");
        text().refused(head + "1 0 0 0\nNaN 0.3 0.4 0.4\n", ", line 4, ", "not a number", "\"NaN\"");
        text().refused(head + "1 0 0 0\n0.1 0.1 0.1 0.5\n", ", line 4, ", "does not sum to 1", "found 0.8");
        text().refused(head + "1 0 0 0\n", ", line 2, ", "differs from the width", "expected 2 rows (w= 2), found 1");
        text().refused(head + "1 0 0 0\n\nMOTIF n\n" + ROWS, ", line 2, ", "found 1");
        text().refused(head + ROWS + "1 0 0 0\n", ", line 2, ", "found 3");
        text().refused("MOTIF m\nletter-probability matrix:\n\n", ", line 2, motif m: ", "no rows");
        text().refused("MOTIF m\nletter-probability matrix: w= two\n" + ROWS, ", line 2, ", "wrong w", "\"two\"");
        text().refused("MOTIF m\nletter-probability matrix: nsites= -1\n" + ROWS, ", line 2, ", "wrong nsites");
        text().refused("MOTIF m\n\n", ", line 1, motif m: ", "no letter-probability matrix");
        text().refused("MOTIF\n", ", line 1: ", "without an identifier");
        text().refused("MEME version 4\nletter-probability matrix:\n" + ROWS, ", line 2: ", "before the first MOTIF");
    }

    @Test
    void rejectsProteins() {
        text().refused(
                        "MEME version 4\nALPHABET= ACDEFGHIKLMNPQRSTVWY\nMOTIF m\n",
                        ", line 2: ",
                        "motifs are of proteins");
        text().refused(
                        "MEME version 5\nALPHABET \"PROTEIN\" PROTEIN-LIKE\nMOTIF m\n",
                        ", line 2: ",
                        "motifs are of proteins");
        text().refused(
                        "MOTIF m\nletter-probability matrix: alength= 20 w= 1\n",
                        ", line 2, ",
                        "motifs are of proteins");
    }

    @Test
    void rejectsWrongBackgrounds() {
        text().refused("Background letter frequencies\nA 0.3 C 0.2\nMOTIF m\n", ", line 3: ", "all four letters");
        text().refused("Background letter frequencies\nA 0.3 A 0.2\nMOTIF m\n", ", line 2: ", "twice");
        text().refused("Background letter frequencies\nA 0 C 0 G 0 T 0\nMOTIF m\n", ", line 2: ", "all 0");
        text().refused(
                        "Background letter frequencies\nA -1 C 1 G 1 T 0\nMOTIF m\n",
                        ", line 2, background: ",
                        "negative");
    }
}
