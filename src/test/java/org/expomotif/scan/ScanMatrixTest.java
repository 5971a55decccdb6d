package org.expomotif.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.expomotif.motif.Background;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.testing.Dna;
import org.junit.jupiter.api.Test;

/**
 * Filters as scoring matrices: the score is that of the filter, the p-value is the fraction of all words of its width.
 */
class ScanMatrixTest {
    @Test
    void aFiltersScoreAndPValueAreThoseOfAllWords() {
        Random random = new Random(3);
        double[][] kernel = new double[5][4];
        for (double[] row : kernel) {
            java.util.Arrays.setAll(row, a -> 3 * random.nextGaussian());
        }
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, false, 1);
        ScanMatrix matrix = ScanMatrix.ofScores("filter0", kernel, -1.5, settings);
        IntegerMatrix cells = matrix.plus().matrix();
        double[] sums = new double[1024];
        int[] rounded = new int[1024];
        double span = 0;
        for (int word = 0; word < 1024; word++) {
            sums[word] = -1.5;
            for (int i = 0; i < 5; i++) {
                int letter = word >> (2 * i) & 3;
                sums[word] += kernel[i][letter];
                rounded[word] += cells.cell(i, letter);
            }
            assertThat(cells.score(rounded[word])).isCloseTo(sums[word], within(5 / cells.scale() / 2 + 1e-12));
            span = Math.max(span, sums[word]);
        }
        for (int word = 0; word < 1024; word += 37) {
            int minimum = rounded[word];
            long atLeast = java.util.Arrays.stream(rounded)
                    .filter(sum -> sum >= minimum)
                    .count();
            assertThat(matrix.plus().distribution().pValue(minimum)).isCloseTo(atLeast / 1024.0, within(1e-12));
        }
    }

    @Test
    void aFilterOnBothStrandsIsFoundOnBoth() {
        double[][] kernel = {{0, 3.5, 0, 0}, {0, 0, 0, 3.5}, {0, 0, 7, 0}};
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, true, 0.02);
        ScanMatrix matrix = ScanMatrix.ofScores("filter7", kernel, 0.25, settings);
        String table = Scans.of(List.of(matrix), settings).scan(List.of(Dna.sequence("s", "ACTGNCAGNctg")));
        assertThat(Scans.rows(table))
                .containsExactly(
                        "filter7\t\ts\t2\t4\t+\t14.25\t0.0156\t\tCTG",
                        "filter7\t\ts\t6\t8\t-\t14.25\t0.0156\t\tCTG",
                        "filter7\t\ts\t10\t12\t+\t14.25\t0.0156\t\tctg");
    }

    @Test
    void aDeadFilterHasNoSitesAndNaNIsRefused() {
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, true, 0.5);
        ScanMatrix dead = ScanMatrix.ofScores("filter0", new double[3][4], 0, settings);
        String table = Scans.of(List.of(dead), settings).scan(List.of(Dna.sequence("s", "ACGT")));
        assertThat(Scans.rows(table)).isEmpty();
        double[][] broken = {{0, 0, Double.NaN, 0}};
        assertThatThrownBy(() -> ScanMatrix.ofScores("filter0", broken, 0, settings))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
