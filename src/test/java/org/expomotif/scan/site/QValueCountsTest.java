package org.expomotif.scan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.expomotif.scan.level.PValueLevels;
import org.expomotif.scan.matrix.MatrixSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A window shares 3, 2, 1 or 0 bases with a word of three bases; its p-values are 1/64, 10/64, 37/64 and 1, which reach
 * the levels 0.015, 0.155, 0.5 and 0.5, the third, the 31st and the 100th.
 */
class QValueCountsTest {
    private static List<HitCounts> counts(MatrixSet matrices, int windows, String... sequences) {
        QValueCounts counts = new QValueCounts(matrices);
        new SlicedScan(matrices.matrices(), HitFormat.TSV, windows).scan(counts, SlicedScan.sequences(sequences));
        return counts.counts();
    }

    /** Number of windows by level, without the levels that no window reaches. */
    private static Map<Integer, Long> windows(HitCounts counts) {
        Map<Integer, Long> windows = new java.util.TreeMap<>();
        for (int level = 0; level <= PValueLevels.COUNT; level++) {
            if (counts.windowsByLevel()[level] > 0) {
                windows.put(level, counts.windowsByLevel()[level]);
            }
        }
        return windows;
    }

    /** Known windows: CTG with 3 bases, TGA and GAC with 0, then CTA with 2, TAC and ACT with 0, CTG. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 1000})
    void everyKnownWindowIsCountedOnceByItsLevel(int size) {
        MatrixSet matrices = SlicedScan.set(SlicedScan.ONE_MISMATCH_PLUS, "CTG");
        HitCounts counts =
                counts(matrices, size, "CTGACnnCTACTG", "CT", "", "G").getFirst();
        assertThat(windows(counts)).isEqualTo(Map.of(3, 2L, 31, 1L, 100, 4L));
        assertThat(counts.hits()).containsOnlyKeys(3000, 2000);
        assertThat(counts.hits().get(3000).count()).isEqualTo(2);
        assertThat(counts.hits().get(3000).pValue()).isCloseTo(1 / 64.0, within(1e-12));
        assertThat(counts.hits().get(2000).count()).isEqualTo(1);
        assertThat(counts.hits().get(2000).pValue()).isCloseTo(10 / 64.0, within(1e-12));
    }

    /** CAG is CTG on the minus strand, and shares two bases with it on the plus strand. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void bothStrandsAreCountedWhenBothAreScanned(int size) {
        HitCounts counts = counts(SlicedScan.set(SlicedScan.EXACT, "CTG"), size, "CAG", "CTG", "CTG")
                .getFirst();
        assertThat(windows(counts)).isEqualTo(Map.of(3, 3L, 31, 3L));
        assertThat(counts.hits()).containsOnlyKeys(3000, ~3000);
        assertThat(counts.hits().get(3000).count()).isEqualTo(2);
        assertThat(counts.hits().get(~3000).count()).isEqualTo(1);
        assertThat(counts.hits().get(~3000).pValue()).isCloseTo(1 / 64.0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1000})
    void everyMatrixHasItsOwnCounts(int size) {
        List<HitCounts> counts = counts(SlicedScan.set(SlicedScan.ONE_MISMATCH_PLUS, "CTG", "AAAA"), size, "CTGAAAA");
        assertThat(counts).hasSize(2);
        assertThat(counts.get(0).hits().keySet()).containsExactly(3000);
        assertThat(counts.get(1).hits().keySet()).containsExactly(3000, 4000);
        assertThat(windows(counts.get(0)).values().stream().mapToLong(n -> n).sum())
                .isEqualTo(5);
        assertThat(windows(counts.get(1)).values().stream().mapToLong(n -> n).sum())
                .isEqualTo(4);
    }
}
