package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedTest {
    @TempDir
    Path folder;

    /** {@code cat a.bed b.bed} of files with byte order marks. */
    @Test
    void byteOrderMarksOfConcatenatedFilesAreNotPartOfNames() throws IOException {
        Path file = Files.writeString(folder.resolve("joined.bed"), "\uFEFFchr1\t0\t5\n\uFEFF\uFEFFchr1\t7\t9\n");
        assertThat(Bed.readAll(file.toString())).extracting(BedSite::sequence).containsExactly("chr1", "chr1");
    }

    @Test
    void readsWhatItWrites() throws IOException {
        List<BedSite> sites =
                List.of(new BedSite("s1", 0, 10, "MA0079.3", 125, '+'), new BedSite("s2", 5, 6, "x", 0, '-'));
        String path = folder.resolve("sites.bed").toString();
        Bed.write(path, List.of("made by a test"), sites);
        assertThat(Files.readString(Path.of(path)))
                .isEqualTo("# made by a test\ns1\t0\t10\tMA0079.3\t125\t+\ns2\t5\t6\tx\t0\t-\n");
        assertThat(Bed.readAll(path)).isEqualTo(sites);
    }

    @Test
    void scoresAreWholeNumbersUpToOneThousand() throws IOException {
        String path = folder.resolve("sites.bed").toString();
        List<Double> scores = List.of(12.5, -3.0, 1e6);
        Bed.write(
                path,
                List.of(),
                scores.stream()
                        .map(score -> new BedSite("s", 0, 1, "m", score, '.'))
                        .toList());
        assertThat(Bed.readAll(path)).extracting(BedSite::score).containsExactly(13.0, 0.0, 1000.0);
    }

    @Test
    void acceptsThreeColumnsAndBrowserLines() throws IOException {
        Path path = Files.writeString(folder.resolve("a.bed"), "track name=x\nbrowser position\nchr1\t5\t9\r\n\n");
        assertThat(Bed.readAll(path.toString())).containsExactly(new BedSite("chr1", 5, 9, ".", 0, '.'));
    }

    @Test
    void columnsAreSeparatedByTabsOrInALineWithoutATabBySpaces() throws IOException {
        Path path = Files.writeString(
                folder.resolve("a.bed"),
                "browser\ntrack\n#chrom\tstart\nchr1\t5\t9\ta name \t\t\t\t\r\n chr1  5 9\tx\n".replace("\tx", " x")
                        + "chr1\t5 \t 9\r\n");
        assertThat(Bed.readAll(path.toString()))
                .containsExactly(
                        new BedSite("chr1", 5, 9, "a name ", 0, '.'),
                        new BedSite("chr1", 5, 9, "x", 0, '.'),
                        new BedSite("chr1", 5, 9, ".", 0, '.'));
    }

    @Test
    void aFurtherColumnIsCheckedWhenItIsRead() throws IOException {
        String line = "chr1\t5\t9\tn\thigh\tplus\tx\t\t\n";
        Path path = Files.writeString(folder.resolve("a.bed"), line);
        Bed.forEachLine(path.toString(), region -> {
            assertThat(region).hasToString("chr1:5-9");
            assertThat(region.name()).isEqualTo("n");
            assertThat(region.columns()).isEqualTo(7);
            assertThat(region.column(7)).isEqualTo("x");
            assertThat(region.column(12)).isEmpty();
            assertThatThrownBy(region::score).hasMessageContaining("line 1: the score is not a number");
            assertThatThrownBy(region::strand).hasMessageContaining("line 1: the strand is unknown");
        });
    }

    @Test
    void compressedTextIsReadAndOtherFormatsAreNamed() throws IOException {
        assertFound("bigBed", new byte[] {(byte) 0xEB, (byte) 0xF2, (byte) 0x89, (byte) 0x87, 4, 0, 0, 0});
        assertFound("bigWig", new byte[] {(byte) 0x26, (byte) 0xFC, (byte) 0x8F, (byte) 0x88, 4, 0, 0, 0});
        assertFound("BAM", new byte[] {'B', 'A', 'M', 1, 4, 0, 0, 0});
        assertFound("binary data", new byte[] {'x', 'y', 'z', 1, 4, 0, 0, 0});
        Path path = folder.resolve("a.bed.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("chr1\t5\t9\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(Bed.readAll(path.toString())).hasSize(1);
        assertThatThrownBy(() -> Bed.readAll(folder.resolve("none.bed").toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("there is no such file");
    }

    private void assertFound(String format, byte[] bytes) throws IOException {
        Path path = folder.resolve("binary.bed");
        try (OutputStream out = format.equals("BAM")
                ? new GZIPOutputStream(Files.newOutputStream(path))
                : Files.newOutputStream(path)) {
            out.write(bytes);
        }
        assertThatThrownBy(() -> Bed.readAll(path.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("binary.bed, line 1", "found " + format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'chr1 5'|line 2: not a line of BED: expected BED: sequence, start, end, separated by tabs, found 2 columns",
                "'chr1 5;9'|found 2 columns; separate the columns by tabs",
                "'chr1:6-9'|found \"chr1:6-9\"; write it in three columns, as printf 'chr1\\t5\\t9\\n' does",
                "'>chr1'|found a FASTA header",
                "'@SQ;SN:chr1'|found \"@SQ SN:chr1\"; convert it to BED first",
                "'chr1;x;9'|line 2: the start is not a whole number: expected a number of at least 0, found \"x\"",
                "'chr1;1e6;2e6'|found \"1e6\"; write it as 1000000",
                "'chr1;5.0;9'|found \"5.0\"; write it as 5",
                "'chr1;5;9.5'|the end is not a whole number: expected a number of at least 0, found \"9.5\"",
                "'chr1;1,000;2,000'|found \"1,000\"; write it without commas",
                "'chr1;5;3000000000'|the end is too large: expected at most 2147483647, found 3000000000",
                "'chr1;9;9'|line 2: the region has no bases: expected 0 <= start < end (0-based, half open), found start 9, end 9; where the file counts from 1",
                "'chr1;9;5'|found start 9, end 5; exchange start and end",
                "'chr1;-1;9'|line 2: the start is not a whole number: expected a number of at least 0, found \"-1\"",
                "';1;9'|line 2: the region has no sequence name",
                "'chrom;start;end'|line 2: a line with the names of the columns",
                "'chr;chromStart;chromEnd;name'|put # at the start of the line",
                "'chr;start;end;length;abs_summit;pileup'|MACS's _peaks.xls counts from 1; give its .narrowPeak",
                "'peak1;chr1;5;9;+'|move the sequence, start and end to the first three columns",
                "'chr1;src;gene;6;9;.;+;.;ID=1'|found GFF or GTF; convert it, for example with awk",
                "'chr1;6;rs1;A;G;50;PASS;.'|found VCF; convert it, for example with awk",
                "'chr1;1;9;m;high;+'|line 2: the score is not a number",
                "'chr1;1;9;m;NaN;+'|line 2: the score is not a number",
                "'chr1;1;9;m;0;plus'|line 2: the strand is unknown: expected +, - or . in column 6, found \"plus\"",
            })
    void rejectsWithFileAndLine(String line, String message) throws IOException {
        Path path = Files.writeString(folder.resolve("a.bed"), "# c\n" + line.replace(';', '\t') + "\n");
        assertThatThrownBy(() -> Bed.readAll(path.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("a.bed, line 2", message);
    }
}
