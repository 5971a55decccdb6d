package org.expomotif.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.motif.Background;
import org.expomotif.motif.InformationContent;
import org.expomotif.network.FirstLayerKernel;
import org.junit.jupiter.api.Test;

class StrongestWindowsTest {
    private static final int LENGTH = 30;
    private static final int WINDOW = 6;
    private static final FilterMotifs.Settings WHOLE = new FilterMotifs.Settings(0.5, WINDOW, false);

    private final SplittableRandom random = new SplittableRandom(4);

    /** A window and its score. */
    private record Scored(int sequence, int start, double score) {}

    /** Every window of every sequence is scored, sorted and counted, without a limit on those in memory. */
    @Test
    void bitsAreThoseOfAPlainSort() {
        byte[][] codes = codes(40);
        FirstLayerKernel kernel = new FirstLayerKernel(new double[][][] {weights(5)}, new double[] {0.3}, 2);
        List<Scored> windows = new ArrayList<>();
        for (int s = 0; s < codes.length; s++) {
            for (int p = 0; p < LENGTH; p++) {
                int start = p - WINDOW / 2;
                if (start >= 0 && start + WINDOW <= LENGTH) {
                    windows.add(new Scored(s, start, score(codes[s], kernel.kernel()[0], p - 2)));
                }
            }
        }
        windows.sort(Comparator.comparingDouble(Scored::score).reversed());
        int[] numbers = {2, 7, 50, 400};
        double[] bits = new StrongestWindows(codes, LENGTH, WHOLE).bits(kernel, 0, numbers);
        for (int i = 0; i < numbers.length; i++) {
            WindowCounts counts = new WindowCounts(WINDOW);
            windows.subList(0, numbers[i])
                    .forEach(window -> counts.add(codes[window.sequence()], window.start(), window.sequence()));
            double expected = InformationContent.total(counts.probabilities(), Background.UNIFORM);
            assertThat(bits[i]).isCloseTo(expected, within(1e-12));
        }
        assertThat(bits[0]).isGreaterThan(bits[3]);
    }

    @Test
    void tiesGoToTheFirst() {
        byte[][] codes = {{0, 1, 2, 3, 3, 2}, {3, 3, 3, 3, 3, 3}};
        FirstLayerKernel flat = new FirstLayerKernel(new double[][][] {{{0, 0, 0, 0}}}, new double[] {0}, 0);
        FilterMotifs.Settings pairs = new FilterMotifs.Settings(0.5, 2, false);
        // The first two windows are AC and CG: two letters in each column, one bit each.
        double[] bits = new StrongestWindows(codes, 6, pairs).bits(flat, 0, new int[] {2});
        assertThat(bits).hasSize(1).containsExactly(new double[] {2}, within(1e-12));
    }

    private static double score(byte[] code, double[][] weights, int from) {
        double score = 0;
        for (int k = 0; k < weights.length; k++) {
            int at = from + k;
            if (at >= 0 && at < code.length) {
                double[] w = weights[k];
                score += code[at] < 4 ? w[code[at]] : (w[0] + w[1] + w[2] + w[3]) / 4;
            }
        }
        return score;
    }

    private double[][] weights(int width) {
        double[][] weights = new double[width][4];
        for (double[] row : weights) {
            for (int base = 0; base < 4; base++) {
                row[base] = random.nextDouble() - 0.5;
            }
        }
        return weights;
    }

    private byte[][] codes(int sequences) {
        byte[][] codes = new byte[sequences][LENGTH];
        for (byte[] code : codes) {
            for (int i = 0; i < LENGTH; i++) {
                code[i] = (byte) random.nextInt(5);
            }
        }
        return codes;
    }
}
