package org.expomotif.io.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Outputs;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedSequencesTest {
    static final String FASTA = ">a one\nACGTAcgt\nNNRY\n>b\n>c\nTTTTGGGG\nCCCCAAAA\n";
    static final String INDEX = "a\t12\t7\t8\t9\nb\t0\t24\t0\t0\nc\t16\t27\t8\t9\n";

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    private void check(String path) {
        check(path, warnings::add);
    }

    /** Compares parts of the sequences of {@link #FASTA}. */
    static void check(String path, Warnings warnings) {
        try (IndexedSequences sequences = IndexedSequences.open(path, warnings).orElseThrow()) {
            assertThat(sequences.names()).containsExactly("a", "b", "c");
            assertThat(sequences.length("a")).isEqualTo(12);
            assertThat(sequences.length("b")).isZero();
            assertThat(sequences.length("none")).isZero();
            assertThat(text(sequences.letters("a", 5, 11))).isEqualTo("cgtNNR");
            assertThat(text(sequences.letters("c", 0, 16))).isEqualTo("TTTTGGGGCCCCAAAA");
            assertThat(sequences.letters("c", 3, 3)).isEmpty();
        }
    }

    private static String text(byte[] letters) {
        return new String(letters, StandardCharsets.US_ASCII);
    }

    private String plain() throws IOException {
        return Files.writeString(folder.resolve("g.fa"), FASTA).toString();
    }

    private static String compressed(Path path, String text) {
        Outputs.write(path.toString(), out -> out.write(text.getBytes(StandardCharsets.US_ASCII)));
        return path.toString();
    }

    @Test
    void partsOfPlainAndCompressedFiles() throws IOException {
        for (String path : List.of(plain(), compressed(folder.resolve("g.fa.gz"), FASTA))) {
            check(path);
            assertThat(Path.of(path + ".fai")).hasContent(INDEX.strip());
            check(path);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void anIndexThatFitsIsUsedRegardlessOfItsDate() throws IOException {
        String path = plain();
        Path index = Files.writeString(folder.resolve("g.fa.fai"), INDEX);
        Files.setLastModifiedTime(index, FileTime.fromMillis(1000));
        check(path);
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\t4\t3\t4\t5\n", // another file
                "", // of an empty file
                "a\t12\t7\t8\t9\nc\t16\t27\t8\t9\n", // without b
                "a\t12\t7\t8\t9\nb\t0\t24\t0\t0\n", // without the last
                "a\t12\t6\t8\t9\nb\t0\t23\t0\t0\nc\t16\t26\t8\t9\n", // header a byte shorter
                "a\t12\t7\t8\t10\nb\t0\t24\t0\t0\nc\t16\t27\t8\t9\n", // other line ends
                "a\t12\t7\t4\t5\nb\t0\t24\t0\t0\nc\t16\t27\t8\t9\n", // shorter lines
                "a\t12\t7\t8\t9\nb\t0\t24\t0\t0\nc\t17\t27\t8\t9\n", // after the end
                "a\t12\t7\t8\t9\nb\t0\t24\t0\t0\nc\t15\t27\t8\t9\n", // before the end
                "a\t12\t7\t8\t9\nb\t0\t24\t0\t0\nd\t16\t27\t8\t9\n", // another name
                "a\t12\t7\t8\t9\na\t0\t24\t0\t0\nc\t16\t27\t8\t9\n", // a name twice
                "\t12\t7\t8\t9\nb\t0\t24\t0\t0\nc\t16\t27\t8\t9\n", // no name
                "a\t12\t7\t8\nb\t0\t24\t0\t0\nc\t16\t27\t8\t9\n", // a column less
                "a\t-12\t7\t8\t9\nb\t0\t24\t0\t0\nc\t16\t27\t8\t9\n",
                "a\t12\t7\t0\t9\nb\t0\t24\t0\t0\nc\t16\t27\t8\t9\n",
                "a\t12\t7\t9\t8\nb\t0\t24\t0\t0\nc\t16\t27\t8\t9\n",
                "a\t99999999999999999\t7\t8\t9\n",
                "a\t12\t99999999999999999\t8\t9\n",
                "a\t999999999999999999999\t7\t8\t9\n",
                "\u0000\u0001\u0002"
            })
    void anIndexThatDoesNotFitIsReportedAndLeftUnchanged(String stale) throws IOException {
        for (String path : List.of(plain(), compressed(folder.resolve("g.fa.gz"), FASTA))) {
            warnings.clear();
            Path index = Files.writeString(Path.of(path + ".fai"), stale);
            check(path);
            assertThat(warnings).hasSize(1);
            assertThat(warnings.getFirst())
                    .startsWith(index + " is not used (")
                    .endsWith("; the index is made again for this run and the file is left as it is; make it again:"
                            + " samtools faidx " + path);
            assertThat(index).content().isEqualTo(stale);
        }
    }

    @Test
    void linesThatTheIndexMissesAreFoundWhenTheyAreRead() throws IOException {
        String path = Files.writeString(folder.resolve("g.fa"), ">a\nACGT\nACG\nTACGT\nACGT\n")
                .toString();
        Files.writeString(folder.resolve("g.fa.fai"), "a\t16\t3\t4\t5\n");
        try (IndexedSequences sequences =
                IndexedSequences.open(path, Warnings.NONE).orElseThrow()) {
            assertThat(text(sequences.letters("a", 0, 7))).isEqualTo("ACGTACG");
            assertThatThrownBy(() -> sequences.letters("a", 3, 8))
                    .isInstanceOf(UserException.class)
                    .hasMessage(path + ", sequence a: the index does not fit the file: expected lines of 4 bases; make"
                            + " the index again: samtools faidx " + path);
        }
    }

    @Test
    void lettersThatAreNotBasesAreRejectedAsInAWholeFile() throws IOException {
        String path =
                Files.writeString(folder.resolve("g.fa"), ">a\nACGT\nALGT\n").toString();
        Files.writeString(folder.resolve("g.fa.fai"), "a\t8\t3\t4\t5\n");
        try (IndexedSequences sequences =
                IndexedSequences.open(path, Warnings.NONE).orElseThrow()) {
            assertThatThrownBy(() -> sequences.letters("a", 0, 8))
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith(path + ", sequence a, base 6: the sequence is not DNA: expected the"
                            + " letters A C G T (U) or IUPAC codes, found 'L', a letter of proteins");
        }
    }

    @Test
    void theIndexIsThatOfSamtools() throws IOException {
        Path file = Files.writeString(folder.resolve("g.fa"), ">a x\r\nACGT\r\nAC\r\n>b\nACG\nACG\n>c\nACGTA");
        for (int turn = 0; turn < 2; turn++) {
            try (IndexedSequences sequences =
                    IndexedSequences.open(file.toString(), warnings::add).orElseThrow()) {
                assertThat(Files.readString(folder.resolve("g.fa.fai")))
                        .isEqualTo("a\t6\t6\t4\t6\nb\t6\t19\t3\t4\nc\t5\t30\t5\t6\n");
                assertThat(text(sequences.letters("a", 3, 6))).isEqualTo("TAC");
                assertThat(text(sequences.letters("c", 1, 5))).isEqualTo("CGTA");
            }
        }
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">a\nACG\nACGT\nA\n", // uneven
                "LOCUS x\n",
                ">a\nACG T\nACG\n", // blanks within lines
                ">a\nACG \nACG\n", // blanks after lines
                ">a\n1 ACG\n4 ACG\n", // position numbers
                ">a\nACG\n;note\nACG\n", // comments
                ">a\nAC\n>\nGG\n", // no name
                ">a\nAC\n>a\nGG\n", // a name twice
                ">a\nAC\n>b" // a header without an end
            })
    void filesWithoutAnIndexAreReadWhole(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("u.fa"), text);
        assertThat(IndexedSequences.open(file.toString(), Warnings.NONE)).isEmpty();
    }

    @Test
    void inputsThatAreNotFilesAreNotOpened() {
        assertThat(IndexedSequences.open("-", Warnings.NONE)).isEmpty();
        assertThat(IndexedSequences.open(folder.resolve("none").toString(), Warnings.NONE))
                .isEmpty();
    }

    private Map<String, String> blocks() {
        return blocks(folder.resolve("b.fa.gz"));
    }

    /** Sequences of many blocks; the same text is written to a compressed file. */
    static Map<String, String> blocks(Path file) {
        Random random = new Random(2);
        Map<String, String> sequences = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        for (String name : List.of("p", "q", "r")) {
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < 150_000; i++) {
                letters.append("ACGTacgtN".charAt(random.nextInt(9)));
            }
            sequences.put(name, letters.toString());
            text.append('>').append(name).append(" about\n");
            for (int i = 0; i < letters.length(); i += 70) {
                text.append(letters, i, Math.min(i + 70, letters.length())).append('\n');
            }
        }
        compressed(file, text.toString());
        return sequences;
    }

    private void check(Map<String, String> expected, String path) {
        check(expected, path, warnings::add);
    }

    /** Compares random parts of the sequences that {@link #blocks} wrote. */
    static void check(Map<String, String> expected, String path, Warnings warnings) {
        Random random = new Random(3);
        try (IndexedSequences sequences = IndexedSequences.open(path, warnings).orElseThrow()) {
            for (int i = 0; i < 100; i++) {
                String name = List.of("p", "q", "r").get(random.nextInt(3));
                String whole = expected.get(name);
                int from = random.nextInt(whole.length());
                int to = from + random.nextInt(whole.length() - from + 1);
                assertThat(text(sequences.letters(name, from, to)).equals(whole.substring(from, to)))
                        .isTrue();
            }
        }
    }

    @Test
    void blocksAreFoundByAGziIndexOrWithout() throws IOException {
        Map<String, String> sequences = blocks();
        Path file = folder.resolve("b.fa.gz");
        Path kept = folder.resolve("b.fa.gz.gzi");
        check(sequences, file.toString());
        htsjdk.samtools.util.GZIIndex theirs = htsjdk.samtools.util.GZIIndex.buildIndex(file);
        assertThat(htsjdk.samtools.util.GZIIndex.loadIndex(kept)).isEqualTo(theirs);
        check(sequences, file.toString());
        assertThat(warnings).isEmpty();
        byte[] whole = Files.readAllBytes(kept);
        for (byte[] stale : List.of(
                new byte[0],
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length + 16),
                changed(whole, 0, -1),
                changed(whole, 0, Long.MAX_VALUE),
                changed(whole, 8, 0),
                changed(whole, 8, -5),
                changed(whole, 16, 1L << 40),
                changed(whole, whole.length - 16, Files.size(file) + 5),
                changed(whole, whole.length - 16, Files.size(file) - 40))) {
            warnings.clear();
            Files.write(kept, stale);
            check(sequences, file.toString());
            assertThat(warnings).hasSize(1);
            assertThat(warnings.getFirst())
                    .startsWith(kept + ": the index does not fit its file (")
                    .endsWith("make it again: bgzip --reindex " + file);
            assertThat(kept).hasBinaryContent(stale);
        }
    }

    private static byte[] changed(byte[] whole, int at, long value) {
        byte[] bytes = whole.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
        return bytes;
    }

    @Test
    void aBlockThatIsNotWhereTheIndexSaysIsNotRead() throws IOException {
        Map<String, String> sequences = blocks();
        Path file = folder.resolve("b.fa.gz");
        check(sequences, file.toString());
        Path kept = folder.resolve("b.fa.gz.gzi");
        byte[] whole = Files.readAllBytes(kept);
        long offset = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong(8);
        Files.write(kept, changed(whole, 8, offset - 3));
        assertThatThrownBy(() -> check(sequences, file.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("b.fa.gz, block at byte ")
                .hasMessageContaining("bgzip --reindex");
    }

    @Test
    void damagedAndTruncatedBgzipFilesAreRejected() throws IOException {
        Map<String, String> sequences = blocks();
        Path file = folder.resolve("b.fa.gz");
        check(sequences, file.toString());
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 0x10;
        Files.write(file, damaged);
        assertThatThrownBy(() -> check(sequences, file.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the bgzip file is damaged");
        Files.write(file, Arrays.copyOf(whole, whole.length - 100), StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> check(sequences, file.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ends early");
    }

    /** The last two bytes of the header of a block are its length minus one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 17, 24})
    void aBlockShorterThanItsHeaderIsRejected(int lengthLessOne) throws IOException {
        byte[] block = HexFormat.of().parseHex("1f8b08040000000000ff0600424302000000030000000000");
        block[16] = (byte) lengthLessOne;
        Path file = Files.write(folder.resolve("g.fa.gz"), block);
        assertThatThrownBy(() -> IndexedSequences.open(file.toString(), Warnings.NONE))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        file + ", block at byte 0: the bgzip file is damaged or ends early; copy or download it again");
    }

    @Test
    void namesAndLettersAreThoseOfTheWholeFile() throws IOException {
        String path = plain();
        List<DnaSequence> whole = SequenceFile.readAll(path);
        try (IndexedSequences parts = IndexedSequences.open(path, Warnings.NONE).orElseThrow()) {
            assertThat(parts.names())
                    .isEqualTo(whole.stream().map(DnaSequence::name).toList());
            for (DnaSequence sequence : whole) {
                assertThat(parts.letters(sequence.name(), 0, sequence.length())).isEqualTo(sequence.letters());
            }
        }
    }
}
