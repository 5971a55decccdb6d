package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedTest {
    @TempDir
    Path folder;

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
    void scoresAreWholeNumbersOfAThousand() throws IOException {
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
    void takesThreeColumnsAndBrowserLines() throws IOException {
        Path path = Files.writeString(folder.resolve("a.bed"), "track name=x\nbrowser position\nchr1\t5\t9\r\n\n");
        assertThat(Bed.readAll(path.toString())).containsExactly(new BedSite("chr1", 5, 9, ".", 0, '.'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'chr1 5 9'|line 2: the line is no BED: expected at least 3 tab-separated columns",
                "'chr1;x;9'|line 2: the start is no whole number: found \"x\"",
                "'chr1;9;9'|line 2: the site has no length: expected 0 <= start < end (0-based, half open), found start 9, end 9",
                "'chr1;-1;9'|line 2: the site has no length",
                "'chr1;1;9;m;high;+'|line 2: the score is no number",
                "'chr1;1;9;m;NaN;+'|line 2: the score is no number",
                "'chr1;1;9;m;0;plus'|line 2: the strand is unknown: expected +, - or ., found \"plus\"",
            })
    void refusesWithFileAndLine(String line, String message) throws IOException {
        Path path = Files.writeString(folder.resolve("a.bed"), "# c\n" + line.replace(';', '\t') + "\n");
        assertThatThrownBy(() -> Bed.readAll(path.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("a.bed", message);
    }
}
