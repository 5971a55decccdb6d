package org.expomotif.scan.site;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBufferTest {
    private static String text(LineBuffer line) {
        return new String(line.toArray(), US_ASCII);
    }

    @Test
    void numbersOfEveryLength() {
        for (int capacity : new int[] {0, 1, 100}) {
            for (long power = 1; power < 1_000_000_000_000L; power *= 10) {
                for (long number : new long[] {0, power - 1, power, power + 7, 9 * power}) {
                    LineBuffer line =
                            new LineBuffer(capacity).letter('<').number(number).letter('>');
                    assertThat(text(line)).isEqualTo("<" + number + ">");
                    assertThat(line.length()).isEqualTo(text(line).length());
                }
            }
        }
        LineBuffer largest =
                new LineBuffer(0).number(Integer.MAX_VALUE).letter(' ').number(Integer.MAX_VALUE + 1L);
        assertThat(text(largest)).isEqualTo("2147483647 2147483648");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 6, 7, 100})
    void basesOfEitherStrand(int capacity) {
        byte[] letters = "xxACgtNRyxx".getBytes(US_ASCII);
        assertThat(text(new LineBuffer(capacity).bases(letters, 2, 6))).isEqualTo("ACgtNR");
        assertThat(text(new LineBuffer(capacity).reverseComplement(letters, 2, 7)))
                .isEqualTo("RYNACGT");
        assertThat(text(new LineBuffer(capacity).reverseComplement(letters, 2, 0)))
                .isEmpty();
    }

    @Test
    void aClearedBufferIsWrittenFromItsStart() {
        LineBuffer line = new LineBuffer(3).text("abcdef").letter('g');
        byte[] bytes = line.bytes();
        line.clear();
        assertThat(line.length()).isZero();
        assertThat(text(line.text("xy"))).isEqualTo("xy");
        assertThat(line.bytes()).isSameAs(bytes).startsWith('x', 'y', 'c');
    }
}
