package org.expomotif.scan.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.expomotif.run.UserException;
import org.expomotif.scan.level.PValueLevels;
import org.junit.jupiter.api.Test;

class QValueFillerTest {
    /** Of 100 windows, so that all follow the null: two hits of 0.001 on the plus strand and one of 0.01 on minus. */
    private static HitCounts counts() {
        long[] windows = new long[PValueLevels.COUNT + 1];
        windows[0] = 3;
        windows[PValueLevels.COUNT] = 97;
        SortedMap<Integer, HitCounts.Hits> hits = new TreeMap<>();
        hits.put(12, new HitCounts.Hits(0.001, 2));
        hits.put(~10, new HitCounts.Hits(0.01, 1));
        return new HitCounts(windows, hits);
    }

    /** {@code <matrix,key>} becomes a placeholder. */
    private static byte[] lines(String text) {
        LineBuffer line = new LineBuffer(100);
        for (String part : text.split("(?<=>)|(?=<)")) {
            if (part.startsWith("<")) {
                String[] numbers = part.substring(1, part.length() - 1).split(",");
                new QValuePlaceholder(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])).write(line);
            } else {
                line.text(part);
            }
        }
        return line.toArray();
    }

    private static String filled(QValueFiller filler, String text) {
        return new String(filler.fill(lines(text)), ISO_8859_1);
    }

    private static QValueFiller filler(double maximum) {
        return new QValueFiller(HitFormat.TSV, List.of(counts(), counts()), maximum);
    }

    /** 0.001 100 / 2 and 0.01 100 / 3. */
    @Test
    void aQValueIsTheLeastOfThoseOfNoSmallerPValue() {
        assertThat(counts().qValues()).containsOnlyKeys(12, ~10);
        assertThat(counts().qValues().get(12)).isEqualTo(0.05);
        assertThat(counts().qValues().get(~10)).isEqualTo(0.01 * 100 / 3);
        SortedMap<Integer, HitCounts.Hits> hits = new TreeMap<>(counts().hits());
        hits.put(3, new HitCounts.Hits(0.9, 1));
        hits.put(11, new HitCounts.Hits(0.0101, 4));
        HitCounts more = new HitCounts(counts().windowsByLevel(), hits);
        assertThat(more.qValues().get(11)).isEqualTo(0.0101 * 100 / 7);
        assertThat(more.qValues().get(~10)).isEqualTo(0.0101 * 100 / 7);
        assertThat(more.qValues().get(12)).isEqualTo(0.05);
        assertThat(more.qValues().get(3)).isEqualTo(1);
    }

    @Test
    void everyPlaceholderIsFilled() {
        QValueFiller filler = filler(1);
        assertThat(filled(filler, "a\t<0,12>\tx\nb\t<1,-11>\ty\n<0,12>\n<1,12>"))
                .isEqualTo("a\t0.05\tx\nb\t0.333\ty\n0.05\n0.05");
        assertThat(filled(filler, "none\n")).isEqualTo("none\n");
        assertThat(filled(filler, "")).isEmpty();
        assertThat(filler.omitted()).isZero();
    }

    @Test
    void linesAboveTheMaximumAreOmitted() {
        QValueFiller filler = filler(0.05);
        assertThat(filled(
                        filler,
                        "a\t<0,-11>\tx\nb\t<0,12>\ty\nno\nc\t<1,-11>\tz\nd\t<1,-11>\nd\t<1,12>\tx\ne\t<0,-11>x\n"))
                .isEqualTo("b\t0.05\ty\nno\nd\t0.05\tx\n");
        assertThat(filler.omitted()).isEqualTo(4);
        assertThat(filled(filler(Math.nextDown(0.05)), "b\t<0,12>\ty\n")).isEmpty();
    }

    /** The last line of a damaged shard may lack its end. */
    @Test
    void aLineWithoutAnEndIsOmittedToo() {
        QValueFiller filler = filler(0.05);
        assertThat(filled(filler, "b\t<0,12>\ty\na\t<0,-11>")).isEqualTo("b\t0.05\ty\n");
        assertThat(filled(filler, "a\t<0,-11>\tx")).isEmpty();
        assertThat(filler.omitted()).isEqualTo(2);
    }

    @Test
    void aSiteThatWasNotCountedIsRefused() {
        for (String line : List.of("a\t<0,13>\n", "a\t<2,12>\n", "a\t<-1,12>\n")) {
            assertThatThrownBy(() -> filler(1).fill(lines(line)))
                    .isInstanceOf(UserException.class)
                    .hasMessage("the shard is damaged: it holds a site that its counts lack; run the shard again");
        }
        byte[] whole = lines("a\t<0,12>");
        assertThat(new String(filler(1).fill(whole), ISO_8859_1)).isEqualTo("a\t0.05");
        assertThatThrownBy(() -> filler(1).fill(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(UserException.class);
    }

    /** The key 10 is a line feed, which does not end a line. */
    @Test
    void linesEndOutsideOfPlaceholders() {
        assertThat(QValuePlaceholder.endOfLines(lines("a<0,10>b"))).isZero();
        assertThat(QValuePlaceholder.endOfLines(lines("a<0,10>\nb<10,10>"))).isEqualTo(11);
        assertThat(QValuePlaceholder.endOfLines(lines("\n"))).isEqualTo(1);
        assertThat(QValuePlaceholder.endOfLines(lines(""))).isZero();
    }

    @Test
    void countsOfShardsAddUp() {
        SortedMap<Integer, HitCounts.Hits> hits = new TreeMap<>();
        hits.put(12, new HitCounts.Hits(0.001, 5));
        hits.put(15, new HitCounts.Hits(0.0001, 1));
        long[] windows = new long[PValueLevels.COUNT + 1];
        windows[0] = 6;
        windows[1] = 4;
        HitCounts sum = counts().plus(new HitCounts(windows, hits));
        assertThat(sum.windowsByLevel()).startsWith(9, 4, 0).endsWith(0, 97);
        assertThat(sum.hits())
                .containsExactly(
                        Map.entry(~10, new HitCounts.Hits(0.01, 1)),
                        Map.entry(12, new HitCounts.Hits(0.001, 7)),
                        Map.entry(15, new HitCounts.Hits(0.0001, 1)));
        assertThat(counts().hits().get(12).count()).isEqualTo(2);
    }

    @Test
    void countsAreReadBackFromText() {
        String text = "3" + ",0".repeat(99) + ",97 -11:0.01:1,12:0.001:2,";
        assertThat(counts().text()).isEqualTo(text);
        HitCounts read = HitCounts.parse(text);
        assertThat(read.windowsByLevel()).isEqualTo(counts().windowsByLevel());
        assertThat(read.hits()).isEqualTo(counts().hits());
        assertThat(HitCounts.parse("3" + ",0".repeat(100) + " ").hits()).isEmpty();
        assertThat(HitCounts.parse("3" + ",0".repeat(100) + " 1:0.0:1,2:1.0:1").hits())
                .hasSize(2);
    }

    @Test
    void otherTextIsRefused() {
        String windows = "3" + ",0".repeat(100);
        refused(windows, "expected two words of counts, found 1");
        refused(windows + "  ", "expected two words of counts, found 3");
        refused("3" + ",0".repeat(99) + " ", "expected 101 counts of windows, found 100");
        refused("-3" + ",0".repeat(100) + " ", "expected 101 counts of windows, found 101");
        for (String hit : List.of("1:0.5", "1:0.5:1:1", "1:-0.1:1", "1:1.1:1", "1:NaN:1", "1:0.5:0")) {
            refused(windows + " " + hit + ",", "expected key:pvalue:count, found " + hit);
        }
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> HitCounts.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
