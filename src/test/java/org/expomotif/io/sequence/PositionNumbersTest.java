package org.expomotif.io.sequence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionNumbersTest {
    private final PositionNumbers numbers = new PositionNumbers("s.fa");

    /** The line after the removal of its numbers. */
    private String removed(String line, long before) {
        byte[] block = ("9" + line + "9").getBytes(US_ASCII);
        boolean found = numbers.remove(block, 1, 1 + line.length(), before, 7);
        String left = new String(block, 1, line.length(), US_ASCII);
        assertThat(found).isEqualTo(!left.equals(line));
        assertThat((char) block[0]).isEqualTo('9');
        assertThat((char) block[block.length - 1]).isEqualTo('9');
        return left;
    }

    @ParameterizedTest
    @CsvSource({
        "'1 acgt', '  acgt'",
        "'acgt 4', 'acgt  '",
        "'1 acgt 4', '  acgt  '",
        "'  1 ac gt 4 ', '    ac gt   '",
        "'1 a', '  a'",
        "'a 1', 'a  '",
        "'0 acgt', '  acgt'",
        "'123456789012 a', '             a'",
        "'ac1gt', 'ac1gt'"
    })
    void numbersBeforeOrAfterTheBasesBecomeBlanks(String line, String left) {
        assertThat(removed(line, 0)).isEqualTo(left);
    }

    @Test
    void numbersContinueTheCount() {
        removed("101 acgt 104", 0);
        removed("105 acg 107", 4);
        assertThatThrownBy(() -> removed("109 acg", 7))
                .isInstanceOf(UserException.class)
                .hasMessage("s.fa, line 7: the position number of the line does not continue the count: expected 108,"
                        + " found 109; check that no line is missing, or remove the numbers");
        assertThatThrownBy(() -> removed("acg 109", 7)).hasMessageContaining("expected 110, found 109");
        numbers.nextSequence();
        removed("1 acgt 4", 0);
        assertThatThrownBy(() -> removed("acg 109", 4)).hasMessageContaining("expected 7, found 109");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1acgt", "acgt4", "ac 3 gt", "ac 3gt", "ac3 gt", "1 acgt4", "1acgt 4"})
    void numbersAmongTheBasesAreRefused(String line) {
        assertThatThrownBy(() -> removed(line, 0))
                .isInstanceOf(UserException.class)
                .hasMessage("s.fa, line 7: a number among the bases: expected bases, with a position number before or"
                        + " after all of them at most, found \"" + line + "\"; remove the numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", " 1 ", "1 2 3", "10 20"})
    void aLineHasBases(String line) {
        assertThatThrownBy(() -> removed(line, 0))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("s.fa, line 7: the line has numbers and no bases: expected letters of DNA");
    }

    @Test
    void aNumberHasAtMostTwelveDigits() {
        assertThatThrownBy(() -> removed("1234567890123 a", 0))
                .isInstanceOf(UserException.class)
                .hasMessage("s.fa, line 7: a number among the bases: found 1234567890123; remove the numbers");
    }

    @Test
    void aLongLineIsShownInPart() {
        assertThatThrownBy(() -> removed("1" + "a".repeat(60), 0))
                .hasMessageContaining("found \"1" + "a".repeat(39) + "\";");
    }
}
