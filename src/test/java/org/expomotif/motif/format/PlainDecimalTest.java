package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalTest {
    @Test
    void equalsTheNumberThatJavaReads() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            String word = String.format(Locale.ROOT, "%." + i % 14 + "f", random.nextDouble() * (i % 7 == 0 ? 90 : 1));
            assertThat(PlainDecimal.parse(word)).isEqualTo(Double.parseDouble(word));
        }
        assertThat(PlainDecimal.parse("1.")).isEqualTo(1);
        assertThat(PlainDecimal.parse(".5")).isEqualTo(0.5);
        assertThat(PlainDecimal.parse("999999999999999")).isEqualTo(999999999999999.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-1", "+1", "1e-3", "1.2.3", ".1.2", "0.1f", "NaN", "1234567890123456", "0x1"})
    void returnsMinusOneForOtherForms(String word) {
        assertThat(PlainDecimal.parse(word)).isNegative();
    }

    /** Except for Java-specific forms (names, hexadecimal, suffixes, blanks), the same words are numbers. */
    @Test
    void isANumberWhereJavaReadsOne() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = random.nextInt(7); n > 0; n--) {
                word.append("0129.eE+-/:".charAt(random.nextInt(11)));
            }
            assertThat(PlainDecimal.isNumber(word.toString()))
                    .as(word.toString())
                    .isEqualTo(isReadByJava(word.toString()));
        }
    }

    private static boolean isReadByJava(String word) {
        try {
            Double.parseDouble(word);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
