package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {
    /** Size of the buffer of a reader. */
    private static final int BUFFER = 1 << 15;

    private static TextLines lines(String text) {
        return TextLines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.txt");
    }

    private static List<String> all(String text) {
        List<String> all = new ArrayList<>();
        try (TextLines lines = lines(text)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
                assertThat(lines.number()).isEqualTo(all.size());
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsAccepted(String end) {
        assertThat(all("a" + end + end + "b" + end)).containsExactly("a", "", "b");
        assertThat(all("a" + end + "b")).containsExactly("a", "b");
        assertThat(all(end)).containsExactly("");
    }

    @Test
    void anEmptyTextHasNoLine() {
        assertThat(all("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1})
    void linesMayEndAtTheEndOfTheBuffer(int beyond) {
        String line = "x".repeat(BUFFER + beyond);
        assertThat(all(line + "\nb\n")).containsExactly(line, "b");
        assertThat(all(line + "\r\nb\r\n")).containsExactly(line, "b");
        assertThat(all(line)).containsExactly(line);
    }

    @Test
    void byteOrderMarksAreRemovedAtTheStartOfEveryLine() {
        assertThat(all("\uFEFFa\n\uFEFF\uFEFFb\nc\uFEFF\n")).containsExactly("a", "b", "c\uFEFF");
    }

    @Test
    void binaryDataIsRefused() {
        try (TextLines lines = lines("a\nb\0\n")) {
            assertThat(lines.next()).isEqualTo("a");
            assertThatThrownBy(lines::next)
                    .isInstanceOf(UserException.class)
                    .hasMessage("t.txt, line 2: this is not a text file: expected lines of text, found binary data");
        }
    }

    @Test
    void aLineThatBeginsWithABinaryZeroIsRefused() {
        try (TextLines lines = lines("\0a\n")) {
            assertThatThrownBy(lines::next).hasMessageContaining("t.txt, line 1: this is not a text file");
        }
    }

    @Test
    void aLineHasALargestLength() {
        String longest = "x".repeat(TextLines.LONGEST);
        assertThat(all(longest + "\na")).containsExactly(longest, "a");
        try (TextLines lines = lines(longest + "x")) {
            assertThatThrownBy(lines::next)
                    .isInstanceOf(UserException.class)
                    .hasMessage("t.txt, line 1: the line is too long: expected at most 16,777,216 characters");
        }
    }

    @Test
    void contentIsNeitherBlankNorAComment() {
        try (TextLines lines = lines("# x\n \n\na # b\n #c\n#d")) {
            assertThat(lines.nextContent()).isEqualTo("a # b");
            assertThat(lines.number()).isEqualTo(4);
            assertThat(lines.nextContent()).isEqualTo(" #c");
            assertThat(lines.nextContent()).isNull();
        }
    }

    @Test
    void aCommentBeginsAtTheFirstHash() {
        assertThat(TextLines.withoutComment(" a b # c # d")).isEqualTo("a b");
        assertThat(TextLines.withoutComment("#")).isEmpty();
        assertThat(TextLines.withoutComment(" a ")).isEqualTo("a");
    }

    @Test
    void faultsNameTheLineReturnedLast() {
        try (TextLines lines = lines("a\nb\n")) {
            lines.next();
            lines.next();
            assertThat(lines.fault("x")).hasMessage("t.txt, line 2: x");
            assertThat(lines.name()).isEqualTo("t.txt");
        }
    }
}
