package org.expomotif.scan.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.expomotif.dna.Nucleotide;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.matrix.ScoreDistribution;
import org.expomotif.testing.Dna;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowLevelsTest {
    private static final int WINDOWS = 1990;
    private static final int[] WORDS = {4, 7};

    /** One window per word: the spectra are used after 256 and after 16,384 windows. */
    private static final int WINDOWS_PER_WORD = 1;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyWindowOfKnownBasesIsCountedAtItsLevel(boolean bothStrands) {
        MatrixSet matrices = matrices(bothStrands, 1, 2, 3, 4, 4, 5, 6, 7, 8, 10, 11, 16, 17, 65, 66, 70);
        List<Slice> slices = slices(12);
        WindowLevels levels = new WindowLevels(matrices, WORDS, WINDOWS_PER_WORD);
        slices.forEach(slice -> add(levels, slice, matrices));
        assertThat(levels.counts()).isDeepEqualTo(expected(matrices, slices));
    }

    @Test
    void oneByOneAndByWordsAreEqual() {
        MatrixSet matrices = matrices(true, 3, 6, 9);
        List<Slice> slices = slices(3);
        WindowLevels plain = new WindowLevels(matrices);
        WindowLevels words = new WindowLevels(matrices, new int[] {6, 9}, 0);
        slices.forEach(slice -> add(plain, slice, matrices));
        slices.forEach(slice -> add(words, slice, matrices));
        assertThat(words.counts()).isDeepEqualTo(plain.counts());
    }

    @Test
    void threadsDoNotChangeTheCounts() {
        MatrixSet matrices = matrices(true, 2, 5, 7, 12);
        List<Slice> slices = slices(40);
        WindowLevels one = new WindowLevels(matrices, WORDS, WINDOWS_PER_WORD);
        WindowLevels many = new WindowLevels(matrices, WORDS, WINDOWS_PER_WORD);
        slices.forEach(slice -> add(one, slice, matrices));
        slices.parallelStream().forEach(slice -> add(many, slice, matrices));
        assertThat(many.counts()).isDeepEqualTo(one.counts());
    }

    @Test
    void aWordCanOccurMoreThanFourThousandMillionTimes() {
        WordSpectrum spectrum = new WordSpectrum(
                2, new AtomicIntegerArray(new int[] {-2, 0, 0, 7, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}));
        byte[] letters = Dna.sequence("s", "AAAAA").letters();
        SliceCodes codes = SliceCodes.of(new Slice(letters, 5, 5, List.of()), 2, false);
        spectrum.add(codes.fives(), 0, 4);
        assertThat(spectrum.count(0)).isEqualTo((1L << 32) + 2);
        assertThat(spectrum.count(3)).isEqualTo(7);
        assertThat(spectrum.starts(1)).containsExactly((1L << 32) + 9, 0, 1, 0);
    }

    private static void add(WindowLevels levels, Slice slice, MatrixSet matrices) {
        levels.add(SliceCodes.of(slice, matrices.maximumWidth(), false), slice.windows());
    }

    private static MatrixSet matrices(boolean bothStrands, int... widths) {
        Random random = new Random(21);
        ScanSettings settings = ScanSettings.of(new Background(0.3, 0.2, 0.15, 0.35), bothStrands, 1e-3);
        List<ScanMatrix> matrices = new ArrayList<>();
        for (int width : widths) {
            double[][] rows = new double[width][];
            for (int i = 0; i < width; i++) {
                double a = random.nextDouble() * 0.7;
                rows[i] = new double[] {a, .1, .8 - a, .1};
            }
            matrices.add(ScanMatrix.ofMotif(Motif.of("m" + matrices.size(), rows), settings));
        }
        return new MatrixSet(matrices, settings);
    }

    /** Slices of {@value #WINDOWS} windows, with unknown bases, some of which are next to the ends of words. */
    private static List<Slice> slices(int count) {
        Random random = new Random(22);
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    StringBuilder letters = new StringBuilder();
                    random.ints(WINDOWS + 10 + 20L * (number % 5), 0, 120)
                            .forEach(i -> letters.append(i < 3 ? 'N' : "ACGT".charAt(i % 4)));
                    byte[] bases = Dna.sequence("s", letters.toString()).letters();
                    return new Slice(bases, bases.length, WINDOWS, List.of());
                })
                .toList();
    }

    private static long[][] expected(MatrixSet matrices, List<Slice> slices) {
        long[][] expected = new long[matrices.size()][PValueLevels.COUNT + 1];
        for (int m = 0; m < expected.length; m++) {
            ScanMatrix matrix = matrices.matrices().get(m);
            count(matrix.plus().matrix(), matrices, slices, expected[m]);
            int number = m;
            matrix.minus().ifPresent(minus -> count(minus.matrix(), matrices, slices, expected[number]));
        }
        return expected;
    }

    private static void count(IntegerMatrix cells, MatrixSet matrices, List<Slice> slices, long[] expected) {
        ScoreDistribution all = ScoreDistribution.of(cells, matrices.settings().background());
        for (Slice slice : slices) {
            byte[] bases = slice.letters();
            for (int start = 0; start < WINDOWS && start + cells.width() <= bases.length; start++) {
                int sum = 0;
                for (int i = 0; i < cells.width() && sum >= 0; i++) {
                    int code = Nucleotide.code(bases[start + i]);
                    sum = code == Nucleotide.UNKNOWN ? -1 : sum + cells.cell(i, code);
                }
                if (sum >= 0) {
                    double p = all.pValue(sum);
                    int reached = (int) IntStream.rangeClosed(1, PValueLevels.COUNT)
                            .filter(i -> p >= PValueLevels.level(i))
                            .count();
                    expected[reached]++;
                }
            }
        }
    }
}
