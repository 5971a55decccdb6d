package org.expomotif.scan.best;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.expomotif.dna.Nucleotide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No finder misses a window that the plain one, with an exact score, finds to be the best or above the minimum. */
@Tag("vectors")
class WindowFinderTest {
    /** A background that depends on the base before, so that offsets differ from window to window. */
    private static final BackgroundSums UNEVEN = (codes, plus, minus, at) -> {
        for (int i = 0; i < codes.length; i++) {
            plus[at + i + 1] = plus[at + i] - 1.5 - (codes[i] + (i > 0 ? codes[i - 1] : 0)) % 4;
        }
        for (int i = codes.length - 1; i >= 0; i--) {
            minus[at + i] = minus[at + i + 1] - 1.25 - codes[i] % 3;
        }
    };

    private static List<byte[]> sequences(Random random) {
        List<byte[]> sequences = new ArrayList<>();
        for (int s = 0; s < 40; s++) {
            byte[] codes = new byte[random.nextInt(300)];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = random.nextInt(60) == 0 ? Nucleotide.UNKNOWN : (byte) random.nextInt(4);
            }
            sequences.add(codes);
        }
        return sequences;
    }

    private static double[][] matrix(int width, Random random) {
        double[][] bits = new double[width][4];
        for (double[] row : bits) {
            for (int a = 0; a < 4; a++) {
                row[a] = random.nextInt(9) == 0 ? Double.NEGATIVE_INFINITY : -4 * random.nextDouble();
            }
        }
        return bits;
    }

    private static double score(SequenceBlock block, double[][] bits, int at, boolean withBackground) {
        double plus = 0;
        double minus = 0;
        int width = bits.length;
        for (int i = 0; i < width; i++) {
            plus += bits[i][block.codes()[at + i]];
            minus += bits[i][3 - block.codes()[at + width - 1 - i]];
        }
        return withBackground
                ? Math.max(plus - block.plusBackground(at, width), minus - block.minusBackground(at, width))
                : Math.max(plus, minus);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 8, 11, 16, 24, 35, 64, 200})
    void theBestWindowsAreAlwaysFound(int width) {
        Random random = new Random(width);
        for (int round = 0; round < 30; round++) {
            boolean withBackground = round % 3 != 0;
            double minimum = round % 2 == 0 ? 0 : random.nextDouble() * width;
            double[][] bits = matrix(width, random);
            if (!withBackground) {
                Arrays.stream(bits).forEach(row -> Arrays.setAll(row, a -> row[a] + 2));
            }
            List<byte[]> all = sequences(random);
            SequenceBlock block = new SequenceBlock(all, 0, all.size(), 200, UNEVEN);
            for (WindowFinder finder : List.of(new TableFinder(), new VectorFinder())) {
                for (int s = 0; s < block.count(); s++) {
                    checkBest(finder, block, s, bits, withBackground, minimum);
                }
            }
        }
    }

    private static void checkBest(
            WindowFinder finder,
            SequenceBlock block,
            int sequence,
            double[][] bits,
            boolean withBackground,
            double minimum) {
        int[] known = new int[300];
        int[] found = new int[300];
        WindowTables best = WindowTables.best(bits, withBackground, minimum);
        WindowTables every = WindowTables.all(bits, withBackground, minimum);
        known = Arrays.copyOf(known, new PlainFinder().find(block, sequence, best, known));
        double highest = Double.NEGATIVE_INFINITY;
        for (int at : known) {
            highest = Math.max(highest, score(block, bits, at, withBackground));
        }
        List<Integer> bestWindows = new ArrayList<>();
        List<Integer> allWindows = new ArrayList<>();
        for (int at : known) {
            double score = score(block, bits, at, withBackground);
            if (score >= minimum && score == highest) {
                bestWindows.add(at);
            }
            if (score >= minimum) {
                allWindows.add(at);
            }
        }
        int count = finder.find(block, sequence, best, found);
        assertThat(Arrays.stream(found, 0, count).boxed()).isSorted().containsAll(bestWindows);
        count = finder.find(block, sequence, every, found);
        List<Integer> present = Arrays.stream(found, 0, count).boxed().toList();
        assertThat(present).containsAll(allWindows);
        assertThat(Arrays.stream(known).boxed().toList()).containsAll(present);
    }
}
