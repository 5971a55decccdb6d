package org.expomotif.scan.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.dna.Interval;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.OutsideRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceRegionsTest {
    @TempDir
    private Path folder;

    @Test
    void regionsThatTouchAreMerged() throws IOException {
        SequenceRegions regions = regions("s\t50\t60\ns\t1\t10\ns\t10\t12\ns\t3\t5\ns\t1\t10\n");
        assertThat(regions.merged()).containsExactly(new Interval("s", 1, 12), new Interval("s", 50, 60));
    }

    @Test
    void aSkippedRegionIsNotMergedWithOthers() throws IOException {
        SequenceRegions regions = regions("s\t1\t5\ns\t4\t2147483647\ns\t8\t10\ns\t10\t12\n");
        assertThat(regions.merged()).containsExactly(new Interval("s", 1, Integer.MAX_VALUE));
        assertThat(regions.merged(10, OutsideRule.SKIP))
                .containsExactly(new Interval("s", 1, 5), new Interval("s", 8, 10));
        assertThat(regions.merged(10, OutsideRule.CLIP)).containsExactly(new Interval("s", 1, 10));
    }

    private SequenceRegions regions(String bed) throws IOException {
        Path file = Files.writeString(folder.resolve("r.bed"), bed);
        SequenceRegions regions = new SequenceRegions("s");
        Bed.forEachLine(file.toString(), line -> regions.add(line, false));
        return regions;
    }
}
