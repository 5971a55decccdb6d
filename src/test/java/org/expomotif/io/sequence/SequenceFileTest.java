package org.expomotif.io.sequence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceFileTest extends SequenceFixture {
    private static final String GENBANK = """
            LOCUS       AB000001                  24 bp    DNA     linear   BCT 01-JAN-2000
            DEFINITION  A short one.
            ACCESSION   AB000001
            VERSION     AB000001.2
            FEATURES             Location/Qualifiers
                 source          1..24
                                 /organism="Escherichia coli"
            ORIGIN
                    1 acgtacgtnn ryacgtacgt ttta
            //
            """;

    @Test
    void keepsCaseIupacAndUnknownLettersAndTheirColumns() throws IOException {
        String path = file(">s1 first  one\nACGTacgtn\nRYKM-*.1X\n\n>s2\nAC GT\tUu\n");
        assertThat(flat(SequenceFile.readAll(path))).containsExactly("s1|first  one|ACGTacgtnRYKM-*.1X", "s2||ACGTUu");
    }

    @Test
    void acceptsCarriageReturnsEmptyLinesAndNoLastNewline() throws IOException {
        String path = file("\r\n\n>s1 d\r\nACGT\r\n\r\nAC\r\n>s2\r\nGG\r\n>s3\r\n>s4\r\nTT");
        assertThat(flat(SequenceFile.readAll(path))).containsExactly("s1|d|ACGTAC", "s2||GG", "s3||", "s4||TT");
    }

    @Test
    void readsWhatTheWriterWrites() throws IOException {
        List<DnaSequence> sequences = List.of(
                new DnaSequence("a", "about a", "ACGT".repeat(40).getBytes(ISO_8859_1)),
                new DnaSequence("b", "", new byte[0]),
                new DnaSequence("c", "", "acgtn".repeat(12).getBytes(ISO_8859_1)));
        for (String name : List.of("out.fa", "out.fa.gz")) {
            String path = folder.resolve(name).toString();
            FastaWriter.write(path, sequences);
            assertThat(flat(SequenceFile.readAll(path))).isEqualTo(flat(sequences));
        }
        assertThat(Files.readAllLines(folder.resolve("out.fa")))
                .containsExactly(
                        ">a about a",
                        "ACGT".repeat(15),
                        "ACGT".repeat(15),
                        "ACGT".repeat(10),
                        ">b",
                        ">c",
                        "acgtn".repeat(12));
        assertThat(Files.readAllBytes(folder.resolve("out.fa.gz"))).startsWith(31, 139, 8, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the file holds no sequence: expected FASTA (or GenBank), found an empty file",
                "'~~'|the file holds no sequence",
                "'~ACGT~'|line 2: this is not a FASTA file: expected a header that starts with '>', found \"ACGT\"",
                "'@r1~ACGT~+~IIII~'|line 1: this is not a FASTA file: expected '>' before each name, found '@', as in FASTQ",
                "'>a~ACGT~>~AC~'|line 3: the sequence has no name: expected a name directly after '>', found \">\"",
                "'> a~ACGT~'|line 1: the sequence has no name",
                "'>a~ACGT~MKVLE~'|line 3: the sequence is not DNA: expected the letters A C G T (U) or IUPAC codes, found 'L', a letter of proteins",
                "'>a~AC>GT~'|line 2: the sequence is not DNA: expected '>' at the start of a line only",
                "'>a~AC#GT~'|line 2: the sequence is not DNA: expected the letters A C G T (U) or IUPAC codes, found '#'",
                "'>a~40 40 38~40 2~'|line 2: the line has numbers and no bases",
                "'>a~AC~>b~AC~>a~'|line 5: two sequences have the same name: found \"a\" here and in line 1; give every sequence a name of its own",
            })
    void rejectsWithFileAndLine(String text, String message) throws IOException {
        String path = file(text.replace('~', '\n'));
        assertThatThrownBy(() -> SequenceFile.readAll(path))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(path)
                .hasMessageContaining(message);
    }

    @Test
    void recordsWithoutBasesAndRepeatedNamesAreReported() throws IOException {
        List<String> warnings = new ArrayList<>();
        List<DnaSequence> read = new ArrayList<>();
        String path = file(">a\nAC\n>b\n>a x\nGG\n>a\n");
        SequenceFile.forEach(path, RepeatedNames.REPORTED, warnings::add, read::add);
        assertThat(flat(read)).containsExactly("a||AC", "b||", "a|x|GG", "a||");
        assertThat(warnings)
                .containsExactly(
                        path + ": 2 of 4 sequences repeat the names of an earlier one, the first is \"a\" in line 4 and"
                                + " before in line 1; all are used",
                        path + ": 2 of 4 sequences have no bases, the first is \"b\" in line 3");
        warnings.clear();
        SequenceFile.forEach(path, RepeatedNames.IGNORED, warnings::add, read::add);
        assertThat(warnings).hasSize(1);
    }

    @Test
    void aSequenceLineOfAnyLengthIsRead() throws IOException {
        String letters = "ACGTTGCAAC".repeat(100_000);
        assertThat(flat(SequenceFile.readAll(file(">a\n" + letters + "\n>b\nAC  \t\n \nGT"))))
                .containsExactly("a||" + letters, "b||ACGT");
    }

    @Test
    void readsGenbankRecordsPlainOrCompressed() throws IOException {
        String two = GENBANK + GENBANK.replace("AB000001", "AB000002");
        List<String> expected = List.of(
                "AB000001.2|A short one.|ACGTACGTNNRYACGTACGTTTTA", "AB000002.2|A short one.|ACGTACGTNNRYACGTACGTTTTA");
        assertThat(flat(SequenceFile.readAll(file("a.gb", two.getBytes(ISO_8859_1)))))
                .isEqualTo(expected);
        assertThat(flat(SequenceFile.readAll(file("b.gb", gzip(two.getBytes(ISO_8859_1))))))
                .isEqualTo(expected);
    }

    @Test
    void rejectsGenbankOfProteinsAndDamage() throws IOException {
        String protein = GENBANK.replace("24 bp    DNA ", "24 aa        ").replace("acgtacgtnn", "mkvlaaefiq");
        assertRejected(file("p.gb", protein.getBytes(ISO_8859_1)), "p.gb", "the record is a protein");
        assertRejected(file("c.gb", GENBANK.substring(0, 60).getBytes(ISO_8859_1)), "c.gb", "ends early");
        assertRejected(
                file("d.gb", GENBANK.substring(0, GENBANK.length() - 12).getBytes(ISO_8859_1)), "d.gb", "ends early");
    }

    @Test
    void rejectsMissingFilesFoldersAndBinary() throws IOException {
        assertRejected(folder.resolve("no.fa").toString(), "no.fa: there is no such file");
        assertRejected(folder.toString(), "the input is a folder");
        assertRejected(file("bin", new byte[] {1, 2, 3, 0, 5}), "line 1: this is not a FASTA file", "binary data");
        assertRejected(file("xz", new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0}), "found an xz file");
    }

    @Test
    void estimatesTheNumberOfBasesOfAFile() throws IOException {
        assertThat(SequenceFile.expectedBases(file(">s one>\nACGT\nAC\n>t\nGG")))
                .isEqualTo(8);
        String large = ">chr\n" + ("ACGT".repeat(15) + "\n").repeat(40_000);
        assertThat(SequenceFile.expectedBases(file(large))).isBetween(2_399_000L, 2_401_000L);
        String indexed = file("i.fa", ">s\nACG\nT\n".getBytes(ISO_8859_1));
        Files.writeString(Path.of(indexed + ".fai"), "s\t4\t3\t3\t4\n");
        assertThat(SequenceFile.expectedBases(indexed)).isEqualTo(4);
        Files.writeString(Path.of(indexed + ".fai"), "s\t4\t3\t3\t4\nt\t96\t3\t3\t4\n");
        assertThat(SequenceFile.expectedBases(indexed)).as("of another file").isEqualTo(4);
        Random random = new Random(1);
        StringBuilder drawn = new StringBuilder(">chr\n");
        for (int i = 0; i < 3_000_000; i++) {
            drawn.append("ACGT".charAt(random.nextInt(4)));
        }
        byte[] zipped = gzip(drawn.toString().getBytes(ISO_8859_1));
        assertThat(SequenceFile.expectedBases(file("l.gz", zipped))).isBetween(2_900_000L, 3_100_000L);
        assertThat(SequenceFile.expectedBases(file("g.gz", gzip("LOCUS".getBytes(ISO_8859_1)))))
                .isZero();
        assertThat(SequenceFile.expectedBases(file("x.gz", gzip(new byte[] {'>', 'a', '\n', 'A'}))))
                .isEqualTo(1);
        assertThat(SequenceFile.expectedBases("-")).isZero();
        assertThat(SequenceFile.expectedBases(folder.resolve("none").toString()))
                .isZero();
    }
}
