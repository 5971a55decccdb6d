package org.expomotif.io.sequence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.expomotif.io.PlainAccess;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastaIndexTest {
    @TempDir
    private Path folder;

    private static FastaIndex parse(String text) {
        return FastaIndex.parse(TextLines.of(new ByteArrayInputStream(text.getBytes(UTF_8)), "a.fai"));
    }

    private static Optional<String> made(String fasta) throws IOException {
        return FastaIndexText.of(new ByteArrayInputStream(fasta.getBytes(UTF_8)));
    }

    private void fit(String index, String fasta) throws IOException {
        Path file = Files.writeString(folder.resolve("a.fa"), fasta);
        try (PlainAccess access = new PlainAccess(file)) {
            parse(index).requireFit(access, file);
        }
    }

    private void unfit(String index, String fasta, String message) {
        assertThatThrownBy(() -> fit(index, fasta))
                .isInstanceOf(UserException.class)
                .hasMessage(folder.resolve("a.fa") + message);
    }

    @Test
    void positionsCountTheLineEnds() {
        FastaIndex.Entry entry = new FastaIndex.Entry("a", 10, 100, 4, 6);
        assertThat(entry.at(0)).isEqualTo(100);
        assertThat(entry.at(3)).isEqualTo(103);
        assertThat(entry.at(4)).isEqualTo(106);
        assertThat(entry.at(9)).isEqualTo(113);
        assertThat(entry.end()).isEqualTo(114);
        assertThat(new FastaIndex.Entry("a", 0, 100, 0, 0).end()).isEqualTo(100);
    }

    @Test
    void entriesAreInTheOrderOfTheFile() {
        FastaIndex index = parse("b\t5\t30\t5\t6\n\na\t9\t3\t9\t9\nc\t7\t90\t7\t9\n");
        assertThat(index.entries()).extracting(FastaIndex.Entry::name).containsExactly("a", "b", "c");
        assertThat(index.bases()).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\t5\t3\t5",
                "a\t5\t3\t5\t6\t",
                "a\tx\t3\t5\t6",
                "a\t5\t3\t5\t123456789012345678",
                "a\t5\t3\t0\t1",
                "a\t5\t3\t5\t4",
                "a\t5\t3\t5\t8"
            })
    void otherLinesAreRefused(String line) {
        assertThatThrownBy(() -> parse("z\t0\t3\t0\t0\n" + line + "\n"))
                .isInstanceOf(UserException.class)
                .hasMessage("a.fai, line 2: this is not a line of a .fai index: expected name, bases, offset, bases per"
                        + " line and bytes per line, tab-separated, found \"" + line.replace('\t', ' ') + "\"");
    }

    @Test
    void theIndexIsMadeFromEvenLines() throws IOException {
        assertThat(made(">a x\nACGT\nAC\n>b\n>c\nACG\nACG\n"))
                .contains("a\t6\t5\t4\t5\nb\t0\t16\t0\t0\nc\t6\t19\t3\t4\n");
        assertThat(made(">a\r\nACGT\r\nAC")).contains("a\t6\t4\t4\t6\n");
        assertThat(made(">\u00e9\tx\nA\n\n\n")).contains("\u00e9\t1\t6\t1\t2\n");
        assertThat(made(">a\n\n>b\nA\n")).contains("a\t0\t3\t0\t1\nb\t1\t7\t1\t2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "\n>a\nA\n",
                ">a",
                ">\nA\n",
                "> a\nA\n",
                ">\ta\nA\n",
                ">a\nAC\nACG\n",
                ">a\nAC\nA\nA\n",
                ">a\nAC\n\nAC\n",
                ">a\nAC\nAC\r\nA\n",
                ">a\nA\rC\n",
                ">a\nA C\n",
                ">a\nA1\n"
            })
    void unevenLinesHaveNoIndex(String fasta) throws IOException {
        assertThat(made(fasta)).isEmpty();
    }

    @Test
    void anIndexOfManyBlocks() throws IOException {
        String letters = "ACGT".repeat(15);
        StringBuilder fasta = new StringBuilder(">a\n");
        for (int i = 0; i < 9000; i++) {
            fasta.append(letters).append('\n');
        }
        assertThat(made(fasta + ">b\nA\n")).contains("a\t540000\t3\t60\t61\nb\t1\t549006\t1\t2\n");
    }

    @Test
    void anIndexFitsItsFile() throws IOException {
        fit("a\t6\t5\t4\t5\nb\t0\t16\t0\t0\nc\t6\t19\t3\t4\n", ">a x\nACGT\nAC\n>b\n>c\nACG\nACG\n \n");
        fit("a\t6\t4\t4\t6\nb\t1\t18\t1\t1\n", ">a\r\nACGT\r\nAC\r\n\n>b\nA");
        fit("", " \n");
    }

    @Test
    void anIndexOfAnotherFileIsNamed() {
        String fasta = ">a\nACGT\nAC\n>b\nAC\n";
        unfit(
                "a\t6\t3\t4\t5\nb\t9\t14\t9\t10\n",
                fasta,
                ", sequence b: the index does not fit the file: expected an end within the 17 bytes of the file,"
                        + " found 23");
        unfit(
                "a\t99\t3\t4\t5\n",
                fasta,
                ", sequence a: the index does not fit the file: expected an end within the 17 bytes of the file,"
                        + " found 99");
        unfit(
                "a\t0\t18\t4\t5\n",
                fasta,
                ", sequence a: the index does not fit the file: expected an end within the 17 bytes of the file,"
                        + " found 18");
        unfit(
                "a\t6\t2\t4\t5\n",
                fasta,
                ", sequence a: the index does not fit the file: expected the line \">a\" between byte 0 and byte 2,"
                        + " found other text");
        unfit(
                "a\t6\t3\t4\t5\nc\t2\t14\t2\t3\n",
                fasta,
                ", sequence c: the index does not fit the file: expected the line \">c\" between byte 10 and byte 14,"
                        + " found other text");
        unfit(
                "a\t6\t3\t4\t6\n",
                fasta,
                ", sequence a: the index does not fit the file: expected a line of 4 bases and 6 bytes,"
                        + " found a different line");
        unfit(
                "a\t6\t3\t4\t5\n",
                fasta,
                ": the index does not fit the file: expected the end of the file after its last record, at byte 10,"
                        + " found more text");
    }

    @Test
    void aRecordIsBelowItsHeader() throws IOException {
        Path file = Files.writeString(folder.resolve("a.fa"), ">a x\nACGT\n>b\nAC\n>" + "l".repeat(5000) + "\nA\n");
        try (PlainAccess access = new PlainAccess(file)) {
            assertThat(below(access, "a", 5)).isTrue();
            assertThat(below(access, "a", 6)).isFalse();
            assertThat(below(access, "b", 13)).isTrue();
            assertThat(below(access, "a", 13)).isFalse();
            assertThat(below(access, "b", 16)).isFalse();
            assertThat(below(access, "lx", 16 + 5002)).isTrue();
        }
    }

    private static boolean below(PlainAccess file, String name, long offset) throws IOException {
        return FastaIndex.isBelowItsHeader(new FastaIndex.Entry(name, 1, offset, 1, 2), file);
    }

    @Test
    void wholeSequencesGrowWithTheirLetters() {
        List<String> found = new ArrayList<>();
        WholeSequences whole =
                new WholeSequences("s.fa", one -> found.add(one.name() + "|" + one.description() + "|" + one.length()));
        byte[] letters = new byte[10_000];
        Arrays.fill(letters, (byte) 'A');
        for (int length : new int[] {4096, 4097, 0, 10_000}) {
            whole.begin("n" + length, "d");
            whole.letters(letters, 0, length / 2);
            whole.letters(letters, length / 2, length);
            whole.end();
        }
        assertThat(found).containsExactly("n4096|d|4096", "n4097|d|4097", "n0|d|0", "n10000|d|10000");
    }
}
