package org.expomotif.dataset.peak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeakMergeTest {
    private final List<Peak> peaks = new ArrayList<>();

    private void peak(int file, int centre, double rank) {
        peaks.add(new Peak(file, peaks.size() + 1L, "chr1", centre, centre + 1, centre, false, ".", 0, rank));
    }

    @Test
    void theStrongestTakesItsNeighboursAndNoChainIsMerged() {
        peak(0, 100, 1);
        peak(0, 110, 3);
        peak(0, 120, 2);
        peak(0, 130, 4);
        // 130 takes 120; 110 takes 100; 110 and 130 are 20 apart.
        assertThat(PeakMerge.merged(peaks, 10)).containsExactly(1, 1, 3, 3);
        assertThat(PeakMerge.merged(peaks, 9)).containsExactly(0, 1, 2, 3);
        assertThat(PeakMerge.merged(peaks, 100)).containsExactly(3, 3, 3, 3);
    }

    @Test
    void onlyOneSequenceAndOneStrandAreMerged() {
        peak(0, 100, 1);
        peaks.add(new Peak(0, 2, "chr2", 100, 101, 100, false, ".", 0, 2));
        peaks.add(new Peak(0, 3, "chr1", 100, 101, 100, true, ".", 0, 3));
        peak(1, 100, 9);
        assertThat(PeakMerge.merged(peaks, 0)).containsExactly(3, 1, 2, 3);
    }

    @Test
    void ranksCountWithinAFileAndTiesGoToTheFirstLine() {
        peak(0, 100, 5);
        peak(0, 200, 7);
        peak(0, 300, 7);
        peak(1, 100, 1000);
        peak(1, 200, Double.NaN);
        assertThat(PeakMerge.strongestFirst(peaks)).containsExactly(1, 3, 2, 4, 0);
        assertThat(PeakMerge.amongStrongest(peaks, 1)).containsExactly(false, true, false, true, false);
        assertThat(PeakMerge.amongStrongest(peaks, 2)).containsExactly(false, true, true, true, true);
    }
}
