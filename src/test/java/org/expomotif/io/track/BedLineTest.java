package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BedLineTest {
    private static BedLine line(String text) {
        TextLines lines =
                TextLines.of(new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8)), "a.bed");
        return Bed.parse(String.valueOf(lines.next()), lines);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> line(text)).isInstanceOf(UserException.class).hasMessageContaining(message);
    }

    @Test
    void wholeNumbersHaveDigitsOnlyAndAtMostEighteen() {
        assertThat(BedLine.wholeNumber("0")).isZero();
        assertThat(BedLine.wholeNumber("0190")).isEqualTo(190);
        assertThat(BedLine.wholeNumber("999999999999999999")).isEqualTo(999_999_999_999_999_999L);
        for (String cell : new String[] {"", "0000000000000000001", "-1", "+1", "1.0", "1:", "/1", "1 "}) {
            assertThat(BedLine.wholeNumber(cell)).as(cell).isEqualTo(-1);
        }
    }

    @Test
    void positionsReachTheLargestInteger() {
        BedLine line = line("chr1\t0\t2147483647");
        assertThat(line.start()).isZero();
        assertThat(line.end()).isEqualTo(Integer.MAX_VALUE);
        assertThat(line.number()).isEqualTo(1);
        refused("chr1\t0\t2147483648", "the end is too large: expected at most 2147483647, found 2147483648");
    }

    @ParameterizedTest
    @CsvSource({"+, +", "-, -", "., .", "*, .", "'', ."})
    void strands(String cell, char strand) {
        assertThat(line("chr1\t0\t5\tn\t7\t" + cell).strand()).isEqualTo(strand);
        assertThat(line("chr1\t0\t5\tn\t7\t" + cell).site()).isEqualTo(new BedSite("chr1", 0, 5, "n", 7, strand));
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "., 0", "' 2.5 ', 2.5", "-3, -3"})
    void scores(String cell, double score) {
        assertThat(line("chr1\t0\t5\tn\t" + cell).score()).isEqualTo(score);
    }

    @Test
    void columnsAreCountedWithoutEmptyOnesAtTheEnd() {
        assertThat(line("chr1\t0\t5").columns()).isEqualTo(3);
        assertThat(line("chr1\t0\t5\t\t ").columns()).isEqualTo(3);
        assertThat(line("chr1\t0\t5\t\tx").columns()).isEqualTo(5);
        assertThat(line("chr1\t0\t5\t\tx").name()).isEqualTo(".");
        assertThat(line("chr1\t0\t5\tn").column(4)).isEqualTo("n");
        assertThat(line("chr1\t0\t5\tn").column(5)).isEmpty();
    }

    @Test
    void controlCharactersInNamesAreRefused() {
        refused("chr\u00071\t0\t5", "the name of the sequence holds a control character: found");
        assertThatThrownBy(() -> line("chr1\t0\t5\tn\u0007").name())
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a.bed, line 1: the name of the region holds a control character: found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "#", "# x", "track", "track type=bed", "browser", "browser position chr1:1-2", "\t"})
    void linesThatAreNotRegions(String line) {
        assertThat(Bed.skipped(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chr1\t0\t5", "track1\t0\t5", "tracks 0 5", "browser2 0 5", " #a\t0\t5"})
    void linesThatAreRegions(String line) {
        assertThat(Bed.skipped(line)).isFalse();
    }

    @Test
    void gffHasNumbersInItsFourthAndFifthOfEightColumns() {
        String cells = "chr1\tsrc\tgene\t6\t9\t.\t+\t.";
        refused(cells, "found GFF or GTF");
        refused(cells.replace("\t+\t.", "\t+"), "the start is not a whole number");
        refused(cells.replace("\t6\t", "\tx\t"), "the start is not a whole number");
        refused(cells.replace("\t9\t", "\tx\t"), "the start is not a whole number");
        refused(cells.replace("\t6\t9", "\t0\t0"), "found GFF or GTF");
    }

    @Test
    void vcfHasAPositionAndBasesInItsSecondAndFourthOfEightColumns() {
        String cells = "chr1\t6\trs1\tA\tG\t50\tPASS\t.";
        refused(cells, "found VCF");
        refused(cells.replace("\t6\t", "\t0\t"), "found VCF");
        refused(cells.replace("\t.", ""), "the end is not a whole number");
        refused(cells.replace("\tA\t", "\tX\t"), "the end is not a whole number");
        refused(cells.replace("\t6\t", "\tx\t"), "the start is not a whole number");
    }

    @Test
    void theRemedyForANumberFitsWhatWasFound() {
        refused(
                "chr1\t0\t0.0",
                "the end is not a whole number: expected a number of at least 0, found \"0.0\";" + " write it as 0");
        refused("chr1\t0\t2147483647.0", "write it as 2147483647");
        assertThatThrownBy(() -> line("chr1\t0\t2147483648.0"))
                .hasMessageEndingWith(
                        "the end is not a whole number: expected a number of at least 0, found" + " \"2147483648.0\"");
        assertThatThrownBy(() -> line("chr1\t-1.0\t5")).hasMessageEndingWith("found \"-1.0\"");
        assertThatThrownBy(() -> line("p\tchr1\t5\tx")).hasMessageEndingWith("found \"chr1\"");
        assertThatThrownBy(() -> line("p\tchr1\tx\t5")).hasMessageEndingWith("found \"chr1\"");
        assertThatThrownBy(() -> line("p\tchr1\t5")).hasMessageEndingWith("found \"chr1\"");
        refused("p\tchr1\t0\t0", "move the sequence, start and end to the first three columns");
    }

    @Test
    void aFileOfMacsIsNamedByItsFifthColumn() {
        refused("chr\tstart\tend\tlength\tabs_summit", "MACS's _peaks.xls counts from 1; give its .narrowPeak");
        refused("chr\tstart\tend\tlength\tother", "put # at the start of the line");
        refused("chr\tstart\tend\tabs_summit", "put # at the start of the line");
    }

    @Test
    void aRegionIsNotTheNameOfAFile() {
        assertThatThrownBy(() -> Bed.readAll("chr1:6-9"))
                .isInstanceOf(UserException.class)
                .hasMessage("a region in place of a file of regions: expected the name of a BED file, found chr1:6-9;"
                        + " write it into a file, as printf 'chr1\\t5\\t9\\n' does");
        assertThatThrownBy(() -> Bed.readAll("chr1\0:6-9")).isInstanceOf(UserException.class);
    }
}
