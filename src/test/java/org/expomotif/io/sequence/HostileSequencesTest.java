package org.expomotif.io.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.expomotif.io.TextLines;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.shard.Shard;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Malicious sequences and lines of text: each gives a one-sentence error or a correct result. */
class HostileSequencesTest {
    /** The empty block at the end of a bgzip file. */
    private static final byte[] EMPTY_BLOCK =
            HexFormat.of().parseHex("1f8b08040000000000ff0600424302001b0003000000000000000000");

    private static final String GENBANK = "LOCUS       A 12 bp DNA\nDEFINITION  none.\nFEATURES             x\n"
            + "     source          1..12\nORIGIN\n        1 acgtacgtac gt\n//\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> rejected() {
        String longName = "n".repeat(10_001);
        return Stream.of(
                Arguments.of(">" + longName + "\nACGT\n", "the name of the sequence is too long"),
                Arguments.of(GENBANK.replace("DEFINITION", "VERSION  " + longName + "\nDEFINITION"), "name of the"),
                Arguments.of(GENBANK.replace("A 12 bp", "A" + " ".repeat(200_000) + "12 b"), "LOCUS line is too long"),
                Arguments.of(GENBANK.replace("12 bp", "2147483647 bp"), "expected 2147483647 bases"),
                Arguments.of(
                        GENBANK.replace("gt\n//", "gt" + " ".repeat(TextLines.LONGEST) + "\n//"),
                        "line 6: the line is too long: expected at most 16,777,216 characters"),
                Arguments.of(
                        ">a " + "d".repeat(TextLines.LONGEST + (1 << 20)) + "\nACGT\n", "the header line is too long"));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void namesAndLinesHaveMaximumLengths(String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("s"), content);
        assertThatThrownBy(() -> SequenceFile.readAll(file.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void featuresOfGenBankAreNotRead() throws IOException {
        String nested = "join(".repeat(5000) + "1..2" + ")".repeat(5000);
        String many = "DEFINITION  none.\n" + "            more\n".repeat(200_000);
        Path file = Files.writeString(
                folder.resolve("s"), GENBANK.replace("1..12", nested).replace("DEFINITION  none.\n", many));
        assertThat(SequenceFile.readAll(file.toString()).getFirst().length()).isEqualTo(12);
    }

    @Test
    void thousandsOfEmptyGzipMembersAreRejected() throws IOException {
        Path file = folder.resolve("s.gz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 300_000; i++) {
            bytes.write(EMPTY_BLOCK);
        }
        Files.write(file, bytes.toByteArray());
        assertThatThrownBy(() -> SequenceFile.readAll(file.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("empty members");
        assertThat(SequenceFile.expectedBases(file.toString())).isZero();
    }

    @Test
    void aBlockThatClaimsToBeShorterThanItsHeaderIsDamaged() throws IOException {
        byte[] block = EMPTY_BLOCK.clone();
        block[16] = 0;
        Path file = Files.write(folder.resolve("s.fa.gz"), block);
        assertThatThrownBy(() -> IndexedSequences.open(file.toString(), Warnings.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("damaged or ends early");
    }

    @Test
    void endsOfLinesOfAnyKindAcrossBuffers() throws IOException {
        String wide = "x".repeat((1 << 15) - 1);
        String text = wide + "\r\n\n" + wide + "x\rb\n\r\rc\r\n" + wide + wide;
        StringBuilder found = new StringBuilder();
        try (TextLines lines = TextLines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t")) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                found.append(line).append('|');
            }
            assertThat(lines.number()).isEqualTo(9);
        }
        assertThat(found).hasToString(text.lines().reduce("", (all, line) -> all + line + "|"));
    }

    @Test
    void textsOfNoLengthAreRejected() {
        byte[] dictionary = "{'descr': '<U0', 'fortran_order': False, 'shape': (2147483639,), }\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) dictionary.length, 0});
        file.writeBytes(dictionary);
        assertThatThrownBy(() -> NpyArray.read(new ByteArrayInputStream(file.toByteArray()), "a.npy"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("texts of no length");
    }

    @Test
    void aCommentOfAnImpossibleShardIsIgnored() {
        for (String comment : new String[] {"part 0 of 2; x", "part 3 of 2; x", "part 1 of 0; x"}) {
            assertThat(Shard.ofComment(comment)).as(comment).isEmpty();
        }
        assertThat(Shard.ofComment("part 2 of 2; x")).contains(new Shard(2, 2));
    }
}
