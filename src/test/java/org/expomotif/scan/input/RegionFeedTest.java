package org.expomotif.scan.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.expomotif.io.track.OutsideRule;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;
import org.expomotif.scan.Scans;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bases of regions are scanned exactly once, however the letters of a sequence are divided. */
class RegionFeedTest {
    private static final String LETTERS = "ACGT".repeat(25);

    @TempDir
    private Path folder;

    private ScanRegions regions(String bed) throws IOException {
        return ScanRegions.read(Files.writeString(folder.resolve("r.bed"), bed).toString(), OutsideRule.REFUSE, false);
    }

    /** Positions of the scanned C, counted from 1. */
    private List<String> places(ScanRegions regions, Random random) {
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, false, 0.25);
        ScanMatrix matrix = ScanMatrix.ofMotif(Motif.of("c", new double[][] {{0, 1, 0, 0}}), settings);
        return Scans.of(List.of(matrix), settings)
                .threads(1)
                .feed(input -> {
                    RegionFeed feed = new RegionFeed(input, regions);
                    feed.begin("s", "");
                    byte[] letters = LETTERS.getBytes(StandardCharsets.US_ASCII);
                    for (int from = 0; from < letters.length; ) {
                        int to = Math.min(letters.length, from + 1 + random.nextInt(30));
                        feed.letters(letters, from, to);
                        from = to;
                    }
                    feed.end();
                    feed.check().finish();
                })
                .lines()
                .skip(1)
                .map(line -> line.split("\t")[3])
                .toList();
    }

    @Test
    void onlyRegionsAreScanned() throws IOException {
        ScanRegions regions = regions("s\t1\t2\ns\t8\t9\ns\t37\t42\ns\t40\t46\ns\t97\t100\n");
        for (int seed = 0; seed < 30; seed++) {
            assertThat(places(regions, new Random(seed))).containsExactly("2", "38", "42", "46", "98");
        }
    }

    @Test
    void aRegionBeyondTheSequenceIsRefused() throws IOException {
        ScanRegions regions = regions("s\t90\t101\n");
        assertThatThrownBy(() -> places(regions, new Random(1)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the region is not within the 100 bases of s: found s:90-101 (line 1)");
    }
}
