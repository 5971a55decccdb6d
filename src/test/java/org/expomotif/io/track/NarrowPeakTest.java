package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowPeakTest {
    private static final String PEAK = "chr1\t100\t200\tp\t0\t.\t3.5\t-1\t-1\t";

    private static BedLine line(String text) {
        TextLines lines =
                TextLines.of(new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8)), "a.narrowPeak");
        return BedLine.parse(String.valueOf(lines.next()), lines);
    }

    @Test
    void theSummitIsCountedFromTheStart() {
        assertThat(NarrowPeak.summit(line(PEAK + "0"))).hasValue(100);
        assertThat(NarrowPeak.summit(line(PEAK + " 99 "))).hasValue(199);
        assertThat(NarrowPeak.summit(line(PEAK + "-1"))).isEmpty();
    }

    @Test
    void theSummitLiesWithinThePeak() {
        assertThatThrownBy(() -> NarrowPeak.summit(line(PEAK + "100")))
                .isInstanceOf(UserException.class)
                .hasMessage("a.narrowPeak, line 1: the summit lies outside its peak: expected a distance from the start"
                        + " below 100 in column 10, found 100;"
                        + " where column 10 is not a summit, remove it to use the middles");
        assertThatThrownBy(() -> NarrowPeak.summit(line(PEAK + "4294967296")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("found 4294967296");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chr1\t100\t200\tp\t0\t.\t3.5\t-1\t-1",
                PEAK + "5\tmore",
                PEAK + "-2",
                PEAK + "5.0",
                "chr1\t100\t200\tp\t0\t.\tx\t-1\t-1\t5",
                "chr1\t100\t200\tp\t0\t.\t3.5\tx\t-1\t5",
                "chr1\t100\t200\tp\t0\t.\t3.5\t-1\tx\t5"
            })
    void otherLinesAreNotNarrowPeak(String text) {
        BedLine line = line(text);
        assertThat(NarrowPeak.matches(line)).isFalse();
        assertThatThrownBy(() -> NarrowPeak.summit(line))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("a.narrowPeak, line 1: not a line of narrowPeak, as the first region of the"
                        + " file is: expected 10 columns, the last the distance of the summit from the start, found "
                        + line.columns() + " columns");
    }

    @Test
    void emptyColumnsAtTheEndDoNotCount() {
        assertThat(NarrowPeak.matches(line(PEAK + "5\t\t "))).isTrue();
        assertThat(NarrowPeak.summit(line(PEAK + "5\t"))).hasValue(105);
    }
}
