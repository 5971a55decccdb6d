package org.expomotif.scan.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.expomotif.motif.Background;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices in the lanes: the loops against their definition, the bound of the bytes, and all hits on awkward input. */
@Tag("vectors")
class LaneFilterTest {
    /**
     * Matrices of 1 to 40 positions: random, without any information, with one position of information, of two values.
     */
    private static ScanMatrix matrix(int kind, ScanSettings settings, Random random) {
        double[][] scores = new double[1 + random.nextInt(kind % 4 == 0 ? 40 : 14)][4];
        int decisive = random.nextInt(scores.length);
        for (int i = 0; i < scores.length; i++) {
            boolean flat = kind % 5 == 1 || kind % 5 == 2 && i != decisive;
            Arrays.setAll(scores[i], a -> flat ? 1 : kind % 5 == 3 ? random.nextInt(2) : random.nextGaussian());
        }
        return ScanMatrix.ofScores("m" + kind, scores, 0, settings);
    }

    private static Slice slice(String letters) {
        return new Slice(letters.getBytes(US_ASCII), letters.length(), letters.length(), List.of());
    }

    private static String letters(int length, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int choice = random.nextInt(200);
            text.append(
                    choice == 0
                            ? "N".repeat(random.nextInt(30))
                            : choice == 1 ? "A".repeat(50) : "" + "ACGT".charAt(choice & 3));
        }
        return text.substring(0, length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void findsTheWindowsAndLanesWhoseBytesDoNotSaturate(int vectors) {
        Random random = new Random(vectors);
        for (int groups : new int[] {1, 2, 5}) {
            int row = LaneBlock.VECTOR * vectors;
            byte[] rows = new byte[groups * LaneBlock.CODES * row];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (byte) Math.min(255, random.nextInt(2 * 255) / groups + random.nextInt(90));
            }
            LaneBlock block = new LaneBlock(vectors, groups, rows, List.of());
            byte[] codes = new byte[200 + LaneFilter256.STEP + 3 * groups];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (byte) random.nextInt(LaneBlock.CODES);
            }
            for (int to : new int[] {5, 6, 8, 13, 200}) {
                int from = 4;
                int tested = from + (to - from + 3) / 4 * 4;
                List<String> expected = new ArrayList<>();
                for (int window = from; window < tested; window++) {
                    for (int lane = 0; lane < row; lane++) {
                        int at = window;
                        int of = lane;
                        int sum = IntStream.range(0, groups)
                                .map(g -> rows[(g * LaneBlock.CODES + codes[at + 3 * g]) * row + of] & 0xFF)
                                .sum();
                        if (sum < 255 && window < to) {
                            expected.add(window + ":" + lane);
                        }
                    }
                }
                int[] places = new int[4 * (to - from + LaneFilter256.STEP)];
                int[] lanes = new int[places.length];
                int count = LaneFilter256.find(codes, block, from, to, places, lanes);
                List<String> found = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    assertThat(lanes[i]).isNotZero();
                    for (int bit = 0; bit < LaneBlock.VECTOR; bit++) {
                        if ((lanes[i] >>> bit & 1) != 0 && places[i] / 4 < to) {
                            found.add(places[i] / 4 + ":" + (LaneBlock.VECTOR * (places[i] & 3) + bit));
                        }
                    }
                }
                assertThat(found).isEqualTo(expected);
                assertThat(expected).hasSizeGreaterThan(to > 100 ? 10 : -1);
            }
        }
    }

    /** For every matrix, a window that loses exactly what a hit may lose, or as much of it as its letters can. */
    @Test
    void noHitSaturatesItsLane() {
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) {
            ScanSettings settings = ScanSettings.of(Background.UNIFORM, false, Math.pow(10, -6 * random.nextDouble()));
            ScanMatrix scan = matrix(round, settings, random);
            IntegerMatrix matrix = scan.plus().matrix();
            int groups = 1 + random.nextInt(LaneColumns.MAXIMUM_GROUPS);
            int first = LaneColumns.ofLargestLoss(matrix, groups).first();
            LaneBlock block = LaneBlock.of(
                    List.of(new LaneBlock.Lane(0, scan.plus(), first, new WindowSums(scan.plus()))), groups);
            for (int word = 0; word < 200; word++) {
                int[] bases = new int[matrix.width() + 3 * groups];
                int sum = 0;
                for (int i = 0; i < matrix.width(); i++) {
                    int best = best(matrix, i);
                    bases[i] = random.nextInt(3) == 0 ? random.nextInt(4) : best;
                    sum += matrix.cell(i, bases[i]);
                }
                int bytes = 0;
                for (int g = 0; g < groups; g++) {
                    int at = first + 3 * g;
                    int code = 16 * bases[at] + 4 * bases[at + 1] + bases[at + 2];
                    bytes += block.rows()[(g * LaneBlock.CODES + code) * LaneBlock.VECTOR] & 0xFF;
                }
                if (sum >= scan.plus().minimumSum()) {
                    assertThat(bytes).isLessThanOrEqualTo(LaneBlock.LIMIT);
                }
            }
        }
    }

    private static int best(IntegerMatrix matrix, int position) {
        return IntStream.range(0, 4)
                .filter(a -> matrix.cell(position, a) == matrix.best(position))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 70})
    void hitsAreThoseOfThePlainBackend(int matrices) {
        Random random = new Random(matrices);
        for (double threshold : new double[] {1, 0.1, 1e-3, 1e-6}) {
            for (boolean both : new boolean[] {true, false}) {
                ScanSettings settings = ScanSettings.of(Background.UNIFORM, both, threshold);
                List<ScanMatrix> all = IntStream.range(0, matrices)
                        .mapToObj(kind -> matrix(kind, settings, random))
                        .toList();
                int width = all.stream().mapToInt(ScanMatrix::width).max().orElseThrow();
                for (int length : new int[] {1, 3, 40, 4096 + width, 4097, 9000}) {
                    if (length > 4000 && threshold > 0.01) {
                        continue;
                    }
                    SliceCodes codes = SliceCodes.of(slice(letters(length, random)), width, false);
                    for (int windows : new int[] {length, Math.max(1, length - width + 1)}) {
                        SliceHits plain = new PlainBackend().prepare(all).scan(codes, windows, new HitBuffer());
                        SliceHits lanes = new LaneBackend256().prepare(all).scan(codes, windows, new HitBuffer());
                        assertThat(lanes.ends()).isEqualTo(plain.ends());
                        assertThat(lanes.positions()).isEqualTo(plain.positions());
                        assertThat(lanes.sums()).isEqualTo(plain.sums());
                        assertThat(plain.size()).isGreaterThan(threshold == 1 && windows > 40 ? 10 : -1);
                    }
                }
            }
        }
    }

    @Test
    void theTestedPositionsAreTheMostInformative() {
        double[][] scores = new double[12][4];
        for (int i = 5; i < 8; i++) {
            scores[i][i % 4] = 3;
        }
        IntegerMatrix matrix = IntegerMatrix.ofScores(scores, 0);
        assertThat(LaneColumns.ofLargestLoss(matrix, 1)).isEqualTo(new LaneColumns(5, 1));
        assertThat(LaneColumns.ofLargestLoss(matrix, 2).first()).isBetween(2, 5);
        assertThat(LaneColumns.ofLargestLoss(matrix, 4)).isEqualTo(new LaneColumns(0, 4));
        assertThat(LaneColumns.ofLargestLoss(matrix, 8)).isEqualTo(new LaneColumns(0, 8));
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, false, 1);
        ScanMatrix three = ScanMatrix.ofScores("m", scores, 0, settings.withMinimumScore(9));
        assertThat(LaneColumns.suited(three.plus()).first()).isEqualTo(5);
        assertThat(LaneColumns.suited(three.plus()).groups()).isEqualTo(1);
    }
}
