package org.expomotif.dataset.peak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeakFileTest {
    @TempDir
    private Path folder;

    private PeakFile read(String text) throws IOException {
        return read(text, WindowCentre.SUMMIT, Optional.empty(), false);
    }

    private PeakFile read(String text, WindowCentre centre, Optional<PeakColumn> column, boolean mustRank)
            throws IOException {
        Path file = Files.writeString(folder.resolve("p.bed"), text.replace(' ', '\t'));
        return new PeakFile.Reader(centre, column, mustRank).read(file.toString(), 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chr1 100 300|BED|200|5",
                "chr1 100 300 p|BED|200|5",
                "chr1 100 301 p 7 -|BED|200|5",
                "chr1 100 300 p 7 - 120 280 255,0,0|BED|200|5",
                "chr1 100 300 p 7 - 120 280 0|BED|200|5",
                "chr1 100 300 p 7 - 120 280 0 2 50,50 0,150|BED|200|5",
                "chr1 100 300 p 7 . 3.5 7.1 5.2|BROAD_PEAK|200|7",
                "chr1 100 300 p 7 . 3 -1 -1|BROAD_PEAK|200|7",
                "chr1 100 300 p 7 . 3.5 7.1 5.2 40|NARROW_PEAK|140|7",
                "chr1 100 300 p 7 . 3.5 7.1 5.2 -1|NARROW_PEAK|200|7",
                "chr1 140 141 p 7|SUMMITS|140|5"
            })
    void theFormatIsThatOfTheFirstRecord(String line, PeakFormat format, int centre, int column) throws IOException {
        PeakFile file = read(line + "\n");
        assertThat(file.format()).isEqualTo(format);
        assertThat(file.column()).isEqualTo(column);
        assertThat(file.peaks()).extracting(Peak::centre).containsExactly(centre);
    }

    @Test
    void columnsBecomeNamesStrandsAndRanks() throws IOException {
        PeakFile file = read("# x\nchr1 100 300 p1 17 - 3.5 7.1 5.2 40\n\nchr1 90 300 p2 18 . 4.5 7.1 5.2 -1\n");
        assertThat(file.peaks())
                .containsExactly(
                        new Peak(0, 2, "chr1", 100, 300, 140, true, "p1", 17, 3.5),
                        new Peak(0, 4, "chr1", 90, 300, 195, false, "p2", 18, 4.5));
        assertThat(file.counts()).isEqualTo(new PeakFile.Counts(1, 1, 1, 0, 0));
        assertThat(file.peaks().getFirst().label()).isEqualTo("p1::chr1:100-300");
    }

    @Test
    void whatIsOddIsCounted() throws IOException {
        PeakFile file = read("chr1 5 9 +\nchr2 5 9 -\nchr1 7 9 a\nchr1 6 9 p 7 . 3.5 7.1 5.2 1\n");
        assertThat(file.counts()).isEqualTo(new PeakFile.Counts(0, 0, 2, 2, 1));
        assertThat(file.peaks()).extracting(Peak::name).containsExactly(".", ".", "a", "p");
        assertThat(file.peaks().getFirst().label()).isEqualTo("chr1:5-9");
    }

    @Test
    void compressedFilesAreRead() throws IOException {
        Path file = folder.resolve("p.bed.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("chr1\t0\t10\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(new PeakFile.Reader(WindowCentre.SUMMIT, Optional.empty(), false)
                        .read(file.toString(), 3)
                        .peaks())
                .extracting(Peak::file)
                .containsExactly(3);
    }

    @Test
    void theMiddleCanBeAskedFor() throws IOException {
        PeakFile file =
                read("chr1 100 300 p 7 . 3.5 7.1 5.2 40\n", WindowCentre.MIDDLE, PeakColumn.parse("q-value"), true);
        assertThat(file.peaks()).extracting(Peak::centre).containsExactly(200);
        assertThat(file.peaks()).extracting(Peak::rank).containsExactly(5.2);
        assertThat(file.counts().withoutSummit()).isZero();
    }

    @Test
    void aRankThatIsNotANumberIsAnErrorWhenItIsNeeded() {
        assertThatThrownBy(() -> read("chr1 5 9 a 3\nchr1 5 9 a x\n", WindowCentre.SUMMIT, Optional.empty(), true))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(
                        "p.bed, line 2: the record cannot be ranked: expected a number in column 5, found \"x\"");
        assertThatThrownBy(() -> read("chr1 5 9\n", WindowCentre.SUMMIT, Optional.empty(), true))
                .hasMessageContaining("found 3 columns; name a column of numbers with --top-by");
    }

    @Test
    void linesThatCannotBeAreErrors() {
        assertThatThrownBy(() -> read("# nothing\n")).hasMessageContaining("p.bed: the file has no regions");
        assertThatThrownBy(() -> read("chr1 100 300 p 7 . 3.5 7.1 5.2 200\n"))
                .hasMessageContaining("line 1: the summit lies outside its peak");
        assertThatThrownBy(() -> read("chr1 100 300 p 7 . 3.5 7.1 5.2 20\nchr1 100 300\n"))
                .hasMessageContaining("line 2: not a line of narrowPeak");
        assertThatThrownBy(() -> read("chr1 100 300 p 7 ?\n")).hasMessageContaining("line 1: the strand is unknown");
        assertThatThrownBy(() -> read("chr1 300 100\n")).hasMessageContaining("line 1: the region has no bases");
    }

    @Test
    void columnsHaveNamesOrNumbers() {
        assertThat(PeakColumn.parse("Signal")).hasValue(new PeakColumn(7));
        assertThat(PeakColumn.parse("12")).hasValue(new PeakColumn(12));
        assertThat(PeakColumn.parse("3")).isEmpty();
        assertThat(PeakColumn.parse("height")).isEmpty();
        assertThat(PeakColumn.parse("99999")).isEmpty();
    }
}
