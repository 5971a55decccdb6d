package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    /** ESC, bell, NUL, DEL, CSI of C1, right-to-left override, isolate, zero-width space and joiner, BOM, a tag. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b", "\u0007", "\u0000", "\u007f", "\u009b", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff",
                "\u2028", "\u00ad", "\r", "\ud800"
            })
    void invisibleCharactersAreEscaped(String hidden) {
        String escaped = String.format(Locale.ROOT, "\\u%04x", (int) hidden.charAt(0));
        assertThat(VisibleText.line("a" + hidden + "b")).isEqualTo("a" + escaped + "b");
        assertThat(VisibleText.block("a" + hidden + "b")).isEqualTo("a" + escaped + "b");
    }

    @Test
    void aCharacterOfTwoUnitsIsEscapedAsTwoUnits() {
        assertThat(VisibleText.line("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void visibleTextIsUnchanged() {
        String text = "Größe, 配列, \ud83e\uddec \\u001b";
        assertThat(VisibleText.line(text)).isSameAs(text);
    }

    @Test
    void lineEndsAreKeptOnlyInABlock() {
        assertThat(VisibleText.block("a\tb\n")).isEqualTo("a\tb\n");
        assertThat(VisibleText.line("a\tb\n")).isEqualTo("a\\u0009b\\u000a");
    }

    @Test
    void aCommentOfAFileKeepsAllButControlCharacters() {
        assertThat(VisibleText.comment("a\u200cb\u001b")).isEqualTo("a\u200cb\\u001b");
    }

    private static String passed(Charset charset, byte[] bytes, int piece) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (VisibleOutput visible = new VisibleOutput(out, charset)) {
            for (int i = 0; i < bytes.length; i += piece) {
                visible.write(bytes, i, Math.min(piece, bytes.length - i));
            }
        }
        return out.toString(charset);
    }

    /** For any division of the bytes into pieces, also within a character. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void aStreamEscapesTheSameText(int piece) throws IOException {
        String text = "a\u001b[2Jb ö \ud83e\uddec \u202e\u009b\tc\n";
        assertThat(passed(StandardCharsets.UTF_8, text.getBytes(StandardCharsets.UTF_8), piece))
                .isEqualTo(VisibleText.block(text));
    }

    @Test
    void aByteThatIsNotTextIsReplaced() throws IOException {
        assertThat(passed(StandardCharsets.UTF_8, new byte[] {'a', (byte) 0x9b, 'b'}, 100))
                .isEqualTo("a\ufffdb");
        assertThat(passed(StandardCharsets.ISO_8859_1, new byte[] {'a', (byte) 0x9b, 'b'}, 100))
                .isEqualTo("a\\u009bb");
    }
}
