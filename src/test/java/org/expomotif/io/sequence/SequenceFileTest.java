package org.expomotif.io.sequence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceFileTest {
    @TempDir
    Path folder;

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String file(String text) throws IOException {
        return file("in.fa", text.getBytes(ISO_8859_1));
    }

    private static List<String> flat(List<DnaSequence> sequences) {
        return sequences.stream()
                .map(s -> s.name() + "|" + s.description() + "|" + new String(s.letters(), ISO_8859_1))
                .toList();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bgzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new BlockCompressedOutputStream(out, (File) null)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

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
    void readsGzipBgzipAndStandardInputAlike() throws IOException {
        byte[] text = randomFasta(300_000);
        List<String> plain = flat(SequenceFile.readAll(file("a.fa", text)));
        assertThat(plain).hasSizeGreaterThan(10);
        assertThat(flat(SequenceFile.readAll(file("b", gzip(text))))).isEqualTo(plain);
        assertThat(flat(SequenceFile.readAll(file("c.txt", bgzip(text))))).isEqualTo(plain);
        InputStream before = System.in;
        try {
            System.setIn(new Trickle(bgzip(text)));
            assertThat(flat(SequenceFile.readAll("-"))).isEqualTo(plain);
        } finally {
            System.setIn(before);
        }
    }

    /** Lines of many lengths, so that blocks end at every kind of place. */
    private static byte[] randomFasta(int size) {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        int name = 0;
        while (text.length() < size) {
            text.append(">name").append(name++).append(" about\r\n");
            for (int i = random.nextInt(400); i >= 0; i--) {
                for (int j = random.nextInt(80); j >= 0; j--) {
                    text.append("ACGTacgtN".charAt(random.nextInt(9)));
                }
                text.append(random.nextBoolean() ? "\r\n" : "\n");
            }
        }
        return text.toString().getBytes(ISO_8859_1);
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
    void positionNumbersAreRemovedAndReportedOnce() throws IOException {
        List<String> numbered = List.of(
                ">a~        1 acgtacgtac gtacgt~       17 ttt~>b~1 gg",
                ">a~acgtacgtac gtacgt       16~ttt 19~>b~gg 2",
                ">a~0 acgtacgtac gtacgt~16 ttt~>b~gg",
                ">a~101 acgtacgtac gtacgt 116~117 ttt 119~>b~gg");
        for (String text : numbered) {
            List<String> warnings = new ArrayList<>();
            String path = file(text.replace('~', '\n'));
            assertThat(flat(SequenceFile.readAll(path, warnings::add)))
                    .as(text)
                    .containsExactly("a||acgtacgtacgtacgtttt", "b||gg");
            assertThat(warnings)
                    .containsExactly(
                            path + ": the position numbers in the sequence lines are left out, the first in line 2");
        }
    }

    @Test
    void positionNumbersAcrossTheEndsOfBlocks() throws IOException {
        StringBuilder text = new StringBuilder(">a\n");
        for (int line = 0; line < 10_000; line++) {
            text.append(String.format(Locale.ROOT, "%9d %s%n", 1 + 60 * line, "acgtacgtag ".repeat(6)));
        }
        byte[] bytes = text.toString().getBytes(ISO_8859_1);
        assertThat(SequenceFile.readAll(file("n.fa", bytes)).getFirst().letters())
                .isEqualTo("acgtacgtag".repeat(60_000).getBytes(ISO_8859_1));
        InputStream before = System.in;
        try {
            System.setIn(new Trickle(Arrays.copyOf(bytes, 50_000)));
            assertThat(flat(SequenceFile.readAll("-")).getFirst()).startsWith("a||acgtacgtagacgtacgtag");
        } finally {
            System.setIn(before);
        }
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'>a~1 acgt~9 acgt~'|line 3: the position number of the line does not continue the count: expected 5, found 9; check that no line is missing, or remove the numbers",
                "'>a~acgt 4~acgt 9~'|line 3: the position number of the line does not continue the count: expected 8, found 9",
                "'>a~1acgt~5acgt~'|line 2: a number among the bases: expected bases, with a position number before or after all of them at most, found \"1acgt\"",
                "'>a~acgt 5 acgt~'|line 2: a number among the bases",
                "'>a~acgt5~'|line 2: a number among the bases",
                "'ID   X56734; SV 1; linear; mRNA; STD; PLN; 8 BP.~'|line 1: this is not a FASTA file: expected FASTA or GenBank, found an EMBL file; download it as FASTA or GenBank, or convert it (EMBOSS seqret)",
                "'<!DOCTYPE html>~<html>'|found a web page; download the sequences themselves",
                "'CLUSTAL W (1.83)~~a ACGT'|found an alignment (\"CLUSTAL W (1.83)\")",
                "'@HD\tVN:1.6~'|found a SAM file; convert it to FASTA first (samtools fasta)",
            })
    void rejectsNumbersAndOtherFormatsByName(String text, String message) throws IOException {
        assertRejected(file(text.replace('~', '\n')), message);
    }

    @Test
    void aSequenceLineOfAnyLengthIsRead() throws IOException {
        String letters = "ACGTTGCAAC".repeat(100_000);
        assertThat(flat(SequenceFile.readAll(file(">a\n" + letters + "\n>b\nAC  \t\n \nGT"))))
                .containsExactly("a||" + letters, "b||ACGT");
    }

    @Test
    void otherCompressionsAndEncodingsAreNamed() throws IOException {
        assertRejected(
                file("s.zip", new byte[] {'P', 'K', 3, 4, 0, 0}), "found a zip archive; unpack it first (unzip)");
        assertRejected(
                file("s.bz2", new byte[] {'B', 'Z', 'h', '9'}), "found a bzip2 file; decompress it first (bunzip2)");
        assertRejected(file("s.zst", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0}), "found a zstd file");
        assertRejected(file("s.lz4", new byte[] {0x04, 0x22, 0x4D, 0x18, 0}), "found an lz4 file");
        assertRejected(file("u.fa", "\uFEFF>a\nACGT\n".getBytes(UTF_16LE)), "found UTF-16 text; save it as plain text");
        assertRejected(file("u.fa", "\uFEFF>a\nACGT\n".getBytes(UTF_16BE)), "found UTF-16 text");
        assertRejected(file("g.gz", gzip(gzip(">a\nAC\n".getBytes(ISO_8859_1)))), "a gzip file within a gzip file");
        assertThat(flat(SequenceFile.readAll(file("b.fa", "\uFEFF>a\nACGT\n".getBytes(UTF_8)))))
                .containsExactly("a||ACGT");
        byte[] members = join(gzip(">a\nAC".getBytes(ISO_8859_1)), gzip("GT\n>b\nAA\n".getBytes(ISO_8859_1)));
        assertThat(flat(SequenceFile.readAll(file("m.gz", members)))).containsExactly("a||ACGT", "b||AA");
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

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

    private static void assertRejected(String path, String... parts) {
        assertThatThrownBy(() -> SequenceFile.readAll(path))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void rejectsTruncatedGzipWhereverItIsCut() throws IOException {
        byte[] text = randomFasta(200_000);
        for (byte[] whole : List.of(gzip(text), bgzip(text))) {
            for (int cut :
                    new int[] {5, 17, whole.length / 2, whole.length - 28, whole.length - 10, whole.length - 1}) {
                assertRejected(file("cut.fa.gz", Arrays.copyOf(whole, cut)), "cut.fa.gz", "ends early");
            }
        }
        byte[] damaged = gzip(text);
        damaged[damaged.length / 2] ^= 0x55;
        assertThatThrownBy(() -> SequenceFile.readAll(file("bad.gz", damaged)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("bad.gz");
    }

    /** A slow pipe: one to seven bytes per read, and never any bytes available. */
    private static final class Trickle extends InputStream {
        private final ByteArrayInputStream bytes;
        private int turn;

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, Math.min(length, 1 + turn++ % 7));
        }
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
