package org.expomotif.scan.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.scan.input.NamedRegion;
import org.expomotif.scan.input.ScanInput;
import org.expomotif.scan.matrix.ScanMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lines of the sites of CTG, whose p-value is 1/64, and of CTG with one mismatch, whose p-value is 10/64. */
class HitLinesTest {
    private static final ScanMatrix MOTIF = SlicedScan.word("m1", "alt", "CTG", SlicedScan.EXACT);
    private static final Consumer<ScanInput> BOTH_STRANDS = SlicedScan.sequences("aCTGnCAGt");

    private static String lines(ScanMatrix motif, HitFormat format, boolean regions, Consumer<ScanInput> feed) {
        HitLines lines = new HitLines(0, motif, format, false, regions);
        LineBuffer out = new LineBuffer(0);
        new SlicedScan(List.of(motif), format, 100).slices(feed).forEach(slice -> lines.write(slice, out));
        return new String(out.toArray(), UTF_8);
    }

    private static String lines(HitFormat format, Consumer<ScanInput> feed) {
        return lines(MOTIF, format, false, feed);
    }

    private static Consumer<ScanInput> region(String letters, String name, int summit) {
        return input ->
                SlicedScan.add(input, "chr1", 101, letters, Optional.of(new NamedRegion(name, List.of(summit))));
    }

    @Test
    void aTableCountsFromOneAndIncludesBothEnds() {
        assertThat(lines(HitFormat.TSV, BOTH_STRANDS))
                .isEqualTo("m1\talt\ts1\t2\t4\t+\t3\t0.0156\t\tCTG\n" + "m1\talt\ts1\t6\t8\t-\t3\t0.0156\t\tCTG\n");
    }

    /** Column 5 is 100 log10 64 = 180.6, rounded. */
    @Test
    void bedCountsFromZeroAndExcludesTheEnd() {
        assertThat(lines(HitFormat.BED, BOTH_STRANDS))
                .isEqualTo("s1\t1\t4\tm1\t181\t+\t3\t0.0156\t.\tCTG\talt\n"
                        + "s1\t5\t8\tm1\t181\t-\t3\t0.0156\t.\tCTG\talt\n");
        ScanMatrix nameless = SlicedScan.word("m1", "", "CTG", SlicedScan.EXACT);
        assertThat(lines(nameless, HitFormat.BED, false, SlicedScan.sequences("CTG")))
                .isEqualTo("s1\t0\t3\tm1\t181\t+\t3\t0.0156\t.\tCTG\t.\n");
    }

    /** The score is 10 log10 64. */
    @Test
    void gff3HasAttributesWithTheCoordinates() {
        assertThat(lines(HitFormat.GFF3, BOTH_STRANDS))
                .isEqualTo("s1\texpomotif\tnucleotide_motif\t2\t4\t18.1\t+\t.\t"
                        + "Name=m1_s1+;Alias=alt;ID=m1-s1-2+;pvalue=0.0156;sequence=CTG\n"
                        + "s1\texpomotif\tnucleotide_motif\t6\t8\t18.1\t-\t.\t"
                        + "Name=m1_s1-;Alias=alt;ID=m1-s1-6-;pvalue=0.0156;sequence=CTG\n");
    }

    @Test
    void lowerCaseIsKeptOnThePlusStrandOnly() {
        for (HitFormat format : HitFormat.values()) {
            assertThat(lines(format, SlicedScan.sequences("ctGcAg")).lines())
                    .as("%s", format)
                    .hasSize(2)
                    .satisfiesExactly(
                            plus -> assertThat(plus).contains("ctG"),
                            minus -> assertThat(minus).contains("CTG").doesNotContain("cAg"));
        }
    }

    @Test
    void theMinusStrandOfOtherLettersIsTheirReverseComplement() {
        ScanMatrix motif = SlicedScan.word("m1", "", "CTG", SlicedScan.ONE_MISMATCH);
        assertThat(lines(motif, HitFormat.TSV, false, SlicedScan.sequences("NCAAN")))
                .isEqualTo("m1\t\ts1\t2\t4\t-\t2\t0.156\t\tTTG\n");
    }

    @Test
    void everyScoreHasItsOwnPValue() {
        ScanMatrix motif = SlicedScan.word("m1", "", "CTG", SlicedScan.ONE_MISMATCH_PLUS);
        assertThat(lines(motif, HitFormat.TSV, false, SlicedScan.sequences("CTGnCTAnCTG")))
                .isEqualTo("m1\t\ts1\t1\t3\t+\t3\t0.0156\t\tCTG\n"
                        + "m1\t\ts1\t5\t7\t+\t2\t0.156\t\tCTA\n"
                        + "m1\t\ts1\t9\t11\t+\t3\t0.0156\t\tCTG\n");
    }

    @Test
    void everySequenceOfASliceHasItsNameAndItsPositions() {
        Consumer<ScanInput> feed = input -> {
            SlicedScan.add(input, "a", 1, "CTGCTG", Optional.empty());
            SlicedScan.add(input, "none", 1, "AAAA", Optional.empty());
            SlicedScan.add(input, "b", 3_000_000_001L, "ACTG", Optional.empty());
        };
        assertThat(lines(HitFormat.BED, feed).lines().map(line -> line.substring(0, line.indexOf("\tm1"))))
                .containsExactly("a\t0\t3", "a\t3\t6", "b\t3000000001\t3000000004");
    }

    /** The middle base of 102-104 is the third of the region, 102 when counted from 0. */
    @Test
    void theDistanceFromTheSummitIsThatOfTheMiddleBase() {
        assertThat(lines(MOTIF, HitFormat.TSV, true, region("ACTG", "peak 1", 102)))
                .isEqualTo("m1\talt\tchr1\t102\t104\t+\t3\t0.0156\t\tCTG\tpeak 1\t0\n");
        assertThat(lines(MOTIF, HitFormat.BED, true, region("ACTG", "peak 1", 112)))
                .isEqualTo("chr1\t101\t104\tm1\t181\t+\t3\t0.0156\t.\tCTG\talt\tpeak 1\t-10\n");
        assertThat(lines(MOTIF, HitFormat.GFF3, true, region("ACTG", "peak;1", 95)))
                .endsWith(";sequence=CTG;region=peak%3B1;summit_distance=7\n");
        assertThat(lines(MOTIF, HitFormat.TSV, false, region("ACTG", "peak 1", 102)))
                .endsWith("CTG\n");
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceholderStandsWhereTheQValueWillBe(HitFormat format) {
        HitLines without = new HitLines(0, MOTIF, format, false, false);
        HitLines with = new HitLines(0, MOTIF, format, true, false);
        SlicedScan scan = new SlicedScan(List.of(MOTIF), format, 100);
        ScannedSlice slice = scan.slices(BOTH_STRANDS).getFirst();
        for (int hit = 0; hit < 2; hit++) {
            Site site = slice.site(0, hit, slice.slice().piece(0));
            LineBuffer line = new LineBuffer(0);
            with.write(site, line);
            String text = new String(line.toArray(), ISO_8859_1);
            int at = text.indexOf('\0');
            assertThat(QValuePlaceholder.read(line.toArray(), at))
                    .isEqualTo(new QValuePlaceholder(0, hit == 0 ? 3000 : ~3000));
            line.clear();
            without.write(site, line);
            String nothing = new String(format.noQValue(), ISO_8859_1);
            assertThat(new String(line.toArray(), ISO_8859_1))
                    .isEqualTo(text.substring(0, at) + nothing + text.substring(at + QValuePlaceholder.LENGTH));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSingleSiteHasTheLineThatItHasAmongAll(HitFormat format) {
        HitLines lines = new HitLines(0, MOTIF, format, false, false);
        LineBuffer out = new LineBuffer(0);
        ScannedSlice slice =
                new SlicedScan(List.of(MOTIF), format, 100).slices(BOTH_STRANDS).getFirst();
        for (int hit = 0; hit < slice.hits().size(); hit++) {
            Site site = slice.site(0, hit, slice.slice().piece(0));
            lines.write(hit == 0 ? site : site.withOwnLetters(3), out);
        }
        assertThat(new String(out.toArray(), UTF_8)).isEqualTo(lines(format, BOTH_STRANDS));
    }
}
