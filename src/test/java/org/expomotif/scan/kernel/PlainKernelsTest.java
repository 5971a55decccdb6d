package org.expomotif.scan.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.expomotif.dna.Nucleotide;
import org.expomotif.motif.Background;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.matrix.StrandMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parts of the scan that are not vector code, on a few hundred bases. */
class PlainKernelsTest {
    private static Slice slice(String letters) {
        return new Slice(letters.getBytes(US_ASCII), letters.length(), letters.length(), List.of());
    }

    private static SliceCodes codes(String letters, int width) {
        return SliceCodes.of(slice(letters), width, false);
    }

    private static String letters(int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("ACGTACGTACGTACGTACGTacgtacgtacgtacgtacgtNR".charAt(random.nextInt(42)));
        }
        return text.toString();
    }

    private static ScanMatrix matrix(int width, ScanSettings settings, Random random) {
        double[][] scores = new double[width][4];
        for (double[] row : scores) {
            Arrays.setAll(row, a -> random.nextGaussian());
        }
        return ScanMatrix.ofScores("m", scores, 0, settings);
    }

    /** The sum of a window; -1 when a base is unknown. */
    private static int sum(IntegerMatrix matrix, String letters, int start) {
        int sum = 0;
        for (int i = 0; i < matrix.width(); i++) {
            int code = Nucleotide.code((byte) letters.charAt(start + i));
            if (code == Nucleotide.UNKNOWN) {
                return -1;
            }
            sum += matrix.cell(i, code);
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "TABLES"})
    void hitsAreTheWindowsWhoseSumsReachTheMinimum(ScanBackends backend) {
        Random random = new Random(2);
        for (int width : new int[] {1, 2, 5, 6, 15, 16, 66}) {
            for (boolean both : new boolean[] {true, false}) {
                for (double threshold : width > 20 ? new double[] {0.3} : new double[] {1, 0.3, 1e-2, 1e-30}) {
                    ScanSettings settings = ScanSettings.of(Background.UNIFORM, both, threshold);
                    ScanMatrix matrix = matrix(width, settings, random);
                    String letters = letters(200, random) + "ACGTTGCA".repeat(20) + "N".repeat(width);
                    int windows = letters.length() - width;
                    List<String> expected = new ArrayList<>();
                    for (int start = 0; start < windows; start++) {
                        for (boolean minus : both ? new boolean[] {false, true} : new boolean[] {false}) {
                            StrandMatrix strand = matrix.strand(minus);
                            int sum = sum(strand.matrix(), letters, start);
                            if (sum >= strand.minimumSum()) {
                                expected.add(start + (minus ? "-" : "+") + sum);
                            }
                        }
                    }
                    HitBuffer buffer = new HitBuffer();
                    SliceHits hits =
                            backend.make().prepare(List.of(matrix)).scan(codes(letters, width), windows, buffer);
                    assertThat(hits(hits))
                            .as("width %d at %s", width, threshold)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static List<String> hits(HitBuffer buffer) {
        int size = buffer.size();
        SliceHits hits = buffer.take(new int[] {size});
        assertThat(buffer.size()).isZero();
        assertThat(hits.size()).isEqualTo(size);
        return hits(hits);
    }

    private static List<String> hits(SliceHits hits) {
        List<String> found = new ArrayList<>();
        for (int hit = hits.from(0); hit < hits.to(0); hit++) {
            found.add(hits.positions()[hit] + (hits.minus(hit) ? "-" : "+") + hits.sum(hit));
        }
        return found;
    }

    @Test
    void windowsAfterTheLastAreNotScanned() {
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, false, 1);
        ScanMatrix matrix = matrix(3, settings, new Random(1));
        for (ScanBackends backend : List.of(ScanBackends.PLAIN, ScanBackends.TABLES)) {
            HitBuffer buffer = new HitBuffer();
            SliceHits hits = backend.make().prepare(List.of(matrix)).scan(codes("ACGTACGT", 3), 4, buffer);
            assertThat(hits.size()).isEqualTo(4);
        }
    }

    @Test
    void sumsOfGroupsAreThoseOfTheirCells() {
        Random random = new Random(5);
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, false, 1);
        for (int width = 1; width <= 17; width++) {
            IntegerMatrix matrix = matrix(width, settings, random).plus().matrix();
            GroupedSums sums = new GroupedSums(matrix);
            String letters = "ACGTTGCAACAGGTCAATTCCGGTATGC";
            short[] fives = codes(letters, width).fives();
            for (int start = 0; start + width <= letters.length(); start++) {
                assertThat(sums.sum(fives, start)).isEqualTo(sum(matrix, letters, start));
            }
        }
    }

    @Test
    void codesOfGroupsBeginWithTheirFirstBase() {
        SliceCodes codes = codes("TGCAN", 4);
        assertThat(codes.bases()).startsWith(3, 2, 1, 0, 4, 4).hasSize(5 + SliceCodes.BLOCK + 4 + 3);
        assertThat(codes.pairs()).startsWith(14, 9, 4, 0, 0).hasSameSizeAs(codes.bases());
        assertThat(codes.triples()).startsWith(57, 36, 16, 0, 0).hasSameSizeAs(codes.bases());
        assertThat(codes.fives())
                .startsWith((short) 0b11_10_01_00_00, (short) 0b10_01_00_00_00, (short) 0b01_00_00_00_00, (short) 0);
        assertThat(codes.pairs()).isSameAs(codes.pairs());
        assertThat(codes.triples()).isSameAs(codes.triples());
        assertThat(codes.fives()).isSameAs(codes.fives());
    }

    @Test
    void maskedBasesAreUnknownWhenTheyAreSkipped() {
        Slice slice = slice("AazZnN");
        assertThat(SliceCodes.of(slice, 1, false).bases()).startsWith(0, 0, 4, 4, 4, 4);
        assertThat(SliceCodes.of(slice("ACGTacgtu"), 1, true).bases()).startsWith(0, 1, 2, 3, 4, 4, 4, 4, 4);
        assertThat(SliceCodes.of(slice("ACGTacgtu"), 1, false).bases()).startsWith(0, 1, 2, 3, 0, 1, 2, 3, 3);
    }

    @Test
    void knownAndUnknownBasesAreFound() {
        SliceCodes codes = codes("NNACNG", 2);
        int end = codes.bases().length;
        assertThat(codes.nextKnown(0)).isEqualTo(2);
        assertThat(codes.nextKnown(3)).isEqualTo(3);
        assertThat(codes.nextUnknown(2)).isEqualTo(4);
        assertThat(codes.nextUnknown(4)).isEqualTo(4);
        assertThat(codes.nextKnown(6)).isEqualTo(end);
        assertThat(codes.nextKnown(end)).isEqualTo(end);
        assertThat(codes.nextUnknown(end)).isEqualTo(end);
    }

    @Test
    void candidatesAreOneBitPerWindow() {
        int[] found = new int[8];
        assertThat(Candidates.add(0b1001L, 0b0011L, 10, 100, found, 2)).isEqualTo(5);
        assertThat(found)
                .containsExactly(
                        0,
                        0,
                        Candidates.code(10, true, true),
                        Candidates.code(11, false, true),
                        Candidates.code(13, true, false),
                        0,
                        0,
                        0);
        assertThat(Candidates.code(10, true, true)).isEqualTo(43);
        assertThat(Candidates.add(0b1001L, 0b0011L, 10, 13, found, 0)).isEqualTo(2);
        assertThat(Candidates.add(0, Long.MIN_VALUE, 0, 64, found, 0)).isEqualTo(1);
        assertThat(found[0]).isEqualTo(Candidates.code(63, false, true));
    }

    /** The bytes of a table are losses in 120ths of the allowed loss, rounded down. */
    @Test
    void prefilterTablesAreScaledLosses() {
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, false, 1).withMinimumScore(4);
        double[][] scores = {{0, 1, 2, 4}, {0, 2, 4, 0}, {1, 1, 1, 1}};
        ScanMatrix matrix = ScanMatrix.ofScores("m", scores, 0, settings);
        PrefilterTables tables = PrefilterTables.of(matrix, 2);
        assertThat(tables.groups()).isEqualTo(2);
        assertThat(tables.minus()).hasSize(32).containsOnly(Prefilter.EXCLUDED);
        for (int first = 0; first < 4; first++) {
            for (int second = 0; second < 4; second++) {
                int loss = (int) (8 - scores[0][first] - scores[1][second]);
                // Of the best score of 9, a hit may lose 5.
                assertThat(tables.plus()[4 * first + second])
                        .isEqualTo((byte) (loss > 5 ? Prefilter.EXCLUDED : 120 * loss / 5));
                assertThat(tables.plus()[16 + 4 * first + second]).isZero();
            }
        }
        ScanMatrix best = ScanMatrix.ofScores("m", scores, 0, settings.withMinimumScore(9));
        byte[] strict = PrefilterTables.of(best, 2).plus();
        assertThat(strict[4 * 3 + 2]).isZero();
        assertThat(strict[4 * 3 + 1]).isEqualTo(Prefilter.EXCLUDED);
        ScanMatrix both = matrix(3, ScanSettings.of(Background.UNIFORM, true, 0.1), new Random(1));
        assertThat(PrefilterTables.of(both, 3).minus())
                .isNotEqualTo(PrefilterTables.of(both, 3).plus());
    }

    @Test
    void aBufferGrowsAndIsReused() {
        HitBuffer buffer = new HitBuffer();
        for (int i = 0; i < 3000; i++) {
            buffer.add(i, i % 2 == 1, 7 * i);
        }
        assertThat(hits(buffer)).hasSize(3000).startsWith("0+0", "1-7").endsWith("2998+20986", "2999-20993");
        buffer.add(5, true, 0);
        buffer.add(6, false, 0);
        assertThat(hits(buffer)).containsExactly("5-0", "6+0");
        int[] scratch = buffer.scratch(10);
        assertThat(scratch).hasSizeGreaterThanOrEqualTo(10);
        assertThat(buffer.scratch(10)).isSameAs(scratch);
        assertThat(buffer.scratch(11)).hasSizeGreaterThanOrEqualTo(11);
        SliceHits hits = new SliceHits(new int[3], new int[3], new int[] {1, 3});
        assertThat(hits.from(1)).isEqualTo(1);
        assertThat(hits.to(1)).isEqualTo(3);
        assertThat(hits.to(0)).isEqualTo(1);
    }
}
