package org.expomotif.scan.best;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.expomotif.dna.Nucleotide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layout of sequences, the tables of a matrix, and the windows that are found with them. */
class TableFinderTest {
    /** A background of which A and T have 1 bit, C and G 3 bits, on both strands. */
    private static final BackgroundSums AT_RICH = (codes, plus, minus, at) -> {
        for (int i = 0; i < codes.length; i++) {
            plus[at + i + 1] = plus[at + i] - bits(codes[i]);
        }
        for (int i = codes.length - 1; i >= 0; i--) {
            minus[at + i] = minus[at + i + 1] - bits(codes[i]);
        }
    };

    private static int bits(byte code) {
        return code == 0 || code == 3 ? 1 : 3;
    }

    private static byte[] codes(String letters) {
        byte[] codes = new byte[letters.length()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Nucleotide.code((byte) letters.charAt(i));
        }
        return codes;
    }

    private static SequenceBlock block(BackgroundSums background, int width, String... sequences) {
        List<byte[]> all = Arrays.stream(sequences).map(TableFinderTest::codes).toList();
        return new SequenceBlock(all, 0, all.size(), width, background);
    }

    /** A score of 2 bits for each base that a window shares with a word, and of -1 for each other. */
    private static double[][] word(String word) {
        double[][] bits = new double[word.length()][4];
        for (int i = 0; i < bits.length; i++) {
            Arrays.fill(bits[i], -1);
            bits[i][Nucleotide.code((byte) word.charAt(i))] = 2;
        }
        return bits;
    }

    private static List<Integer> find(SequenceBlock block, int sequence, WindowTables tables) {
        int[] found = new int[1000];
        int count = new TableFinder().find(block, sequence, tables, found);
        return Arrays.stream(found, 0, count)
                .mapToObj(at -> at - block.start(sequence))
                .toList();
    }

    @Test
    void sequencesStartAtMultiplesOf32WithAnUnknownBaseBetween() {
        List<byte[]> all = new ArrayList<>();
        for (int length : new int[] {5, 31, 32, 0, 63, 64}) {
            all.add(new byte[length]);
        }
        SequenceBlock block = new SequenceBlock(all, 1, 6, 10, BackgroundSums.NONE);
        assertThat(block.first()).isEqualTo(1);
        assertThat(block.count()).isEqualTo(5);
        assertThat(List.of(block.start(0), block.start(1), block.start(2), block.start(3), block.start(4)))
                .containsExactly(0, 32, 96, 128, 192);
        assertThat(block.windows(0, 10)).isEqualTo(22);
        assertThat(block.windows(0, 31)).isEqualTo(1);
        assertThat(block.windows(0, 32)).isZero();
        assertThat(block.windows(2, 1)).isZero();
        for (int s = 0; s < 5; s++) {
            int end = block.start(s) + all.get(1 + s).length;
            assertThat(block.codes()[end]).isEqualTo(Nucleotide.UNKNOWN);
        }
    }

    @Test
    void aWindowIsKnownWhenAllItsBasesAre() {
        SequenceBlock block = block(BackgroundSums.NONE, 3, "ACNGT");
        assertThat(block.isKnown(0, 2)).isTrue();
        assertThat(block.isKnown(0, 3)).isFalse();
        assertThat(block.isKnown(2, 1)).isFalse();
        assertThat(block.isKnown(3, 2)).isTrue();
        assertThat(block.isKnown(3, 3)).isFalse();
    }

    @Test
    void theBackgroundOfAWindowIsThatOfItsBases() {
        SequenceBlock block = block(AT_RICH, 3, "CCC", "ACCT");
        int at = block.start(1);
        assertThat(block.plusBackground(at, 4)).isEqualTo(-8);
        assertThat(block.plusBackground(at, 2)).isEqualTo(-4);
        assertThat(block.minusBackground(at + 1, 3)).isEqualTo(-7);
        assertThat(block.minusBackground(at, 1)).isEqualTo(-1);
    }

    /** Half a unit for each table, and 0.8 for the offset. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 12, 25, 60})
    void sumsOfTablesAreScoresInWholeUnits(int width) {
        Random random = new Random(width);
        byte[] codes = new byte[150];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = random.nextInt(70) == 0 ? Nucleotide.UNKNOWN : (byte) random.nextInt(4);
        }
        double[][] bits = new double[width][4];
        for (double[] row : bits) {
            Arrays.setAll(row, a -> -3 * random.nextDouble());
        }
        for (boolean withBackground : new boolean[] {true, false}) {
            SequenceBlock block = new SequenceBlock(List.of(new byte[5], codes), 0, 2, width, AT_RICH);
            WindowTables tables = WindowTables.best(bits, withBackground, 0);
            int highest = block.prepare(width, withBackground);
            int maximum = Short.MIN_VALUE;
            for (int at = block.start(1); at < block.start(1) + codes.length; at++) {
                if (block.isKnown(at, width)) {
                    int[] sums = sums(block, tables, at);
                    double[] scores = scores(block, bits, at, withBackground);
                    double bound = tables.groups() / 2.0 + (withBackground ? 0.8 : 0);
                    int unit = WindowTables.unit(width);
                    assertThat((double) sums[0]).isCloseTo(scores[0] * unit, within(bound));
                    assertThat((double) sums[1]).isCloseTo(scores[1] * unit, within(bound));
                } else {
                    assertThat(block.plusOffsets()[at]).isEqualTo(SequenceBlock.EXCLUDED);
                    assertThat(block.minusOffsets()[at]).isEqualTo(SequenceBlock.EXCLUDED);
                }
                maximum = Math.max(maximum, Math.max(block.plusOffsets()[at], block.minusOffsets()[at]));
            }
            for (int at = 0; at + width <= 5; at++) {
                maximum = Math.max(maximum, Math.max(block.plusOffsets()[at], block.minusOffsets()[at]));
            }
            assertThat(highest).isEqualTo(maximum);
        }
    }

    /** The sums of both strands of a window. */
    private static int[] sums(SequenceBlock block, WindowTables tables, int at) {
        int[] sums = {block.plusOffsets()[at], block.minusOffsets()[at]};
        for (int group = 0; group < tables.groups(); group++) {
            sums[0] += tables.plus()[64 * group + block.triples()[at + 3 * group]];
            sums[1] += tables.minus()[64 * group + block.triples()[at + 3 * group]];
        }
        return sums;
    }

    private static double[] scores(SequenceBlock block, double[][] bits, int at, boolean withBackground) {
        int width = bits.length;
        double[] scores = new double[2];
        for (int i = 0; i < width; i++) {
            scores[0] += bits[i][block.codes()[at + i]];
            scores[1] += bits[width - 1 - i][3 - block.codes()[at + i]];
        }
        if (withBackground) {
            scores[0] -= block.plusBackground(at, width);
            scores[1] -= block.minusBackground(at, width);
        }
        return scores;
    }

    @Test
    void theBestWindowOfEachSequenceOnEitherStrand() {
        SequenceBlock block = block(BackgroundSums.NONE, 4, "TTTTACCGTTTT", "TTCGGTTTTTTT", "ACCGNACCG", "ACC", "ACNG");
        WindowTables tables = WindowTables.best(word("ACCG"), false, 0);
        assertThat(find(block, 0, tables)).containsExactly(4);
        assertThat(find(block, 1, tables)).containsExactly(2);
        assertThat(find(block, 2, tables)).containsExactly(0, 5);
        assertThat(find(block, 3, tables)).isEmpty();
        assertThat(find(block, 4, tables)).isEmpty();
    }

    @Test
    void manyRunsOfKnownBases() {
        SequenceBlock block = block(BackgroundSums.NONE, 4, "TTTTTN".repeat(30) + "ACCGN" + "TTTTTN".repeat(30));
        assertThat(find(block, 0, WindowTables.best(word("ACCG"), false, 0))).containsExactly(180);
    }

    /** Windows with one mismatch have a score of 5, and those with two 2; the best of a sequence has 8. */
    @Test
    void windowsBelowTheMinimumAreNotFound() {
        SequenceBlock block = block(BackgroundSums.NONE, 4, "ACCGNNACCTNNATTG", "ATTG");
        assertThat(find(block, 0, WindowTables.all(word("ACCG"), false, 1))).containsExactly(0, 6, 12);
        assertThat(find(block, 0, WindowTables.all(word("ACCG"), false, 4))).containsExactly(0, 6);
        assertThat(find(block, 0, WindowTables.all(word("ACCG"), false, 5))).containsExactly(0, 6);
        assertThat(find(block, 0, WindowTables.all(word("ACCG"), false, 5.5))).containsExactly(0);
        assertThat(find(block, 0, WindowTables.best(word("ACCG"), false, 1))).containsExactly(0);
        assertThat(find(block, 1, WindowTables.best(word("ACCG"), false, 1))).containsExactly(0);
        assertThat(find(block, 1, WindowTables.best(word("ACCG"), false, 4))).isEmpty();
    }

    /** With two words of equal score, the one of rarer bases is better. */
    @Test
    void theBackgroundDecides() {
        double[][] either = {{-1, -1, -9, -9}, {-1, -1, -9, -9}, {-1, -1, -9, -9}};
        SequenceBlock block = block(AT_RICH, 3, "AAANCCC");
        assertThat(find(block, 0, WindowTables.best(either, true, 0))).containsExactly(4);
        assertThat(find(block, 0, WindowTables.best(word("AAA"), false, 0))).containsExactly(0);
    }

    @Test
    void otherTablesWithAnotherWidthFollow() {
        SequenceBlock block = block(BackgroundSums.NONE, 6, "GGACCGTTACGTAC");
        WindowTables four = WindowTables.best(word("ACCG"), false, 0);
        WindowTables six = WindowTables.best(word("ACGTAC"), false, 0);
        for (int round = 0; round < 2; round++) {
            assertThat(find(block, 0, four)).containsExactly(2);
            assertThat(find(block, 0, six)).containsExactly(8);
        }
    }

    /** A score of 30 bits per position exceeds 16 bits, so that every known window is found. */
    @Test
    void everyWindowIsFoundWhenSumsDoNotFit() {
        double[][] large = new double[8][4];
        for (double[] row : large) {
            Arrays.fill(row, 30);
        }
        SequenceBlock block = block(BackgroundSums.NONE, 8, "ACGTACGTACNACGTACGT");
        WindowTables tables = WindowTables.best(large, false, 0);
        assertThat(tables.fits(block)).isFalse();
        assertThat(find(block, 0, tables)).containsExactly(0, 1, 2, 11);
        assertThat(WindowTables.best(word("ACGTACGT"), false, 0).fits(block)).isTrue();
    }

    /** A background of 100 bits per base has offsets of more than 16 bits. */
    @Test
    void everyWindowIsFoundWhenABackgroundDoesNotFit() {
        for (int sign : new int[] {-1, 1}) {
            BackgroundSums extreme = (codes, plus, minus, at) -> {
                for (int i = 0; i < codes.length; i++) {
                    plus[at + i + 1] = plus[at + i] + 100 * sign;
                    minus[at + codes.length - 1 - i] = minus[at + codes.length - i] + 100 * sign;
                }
            };
            SequenceBlock block = block(extreme, 4, "ACGTACGTAC");
            assertThat(block.prepare(4, true)).isEqualTo(Integer.MAX_VALUE);
            assertThat(find(block, 0, WindowTables.best(word("ACCG"), true, 0))).containsExactly(0, 1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void aFinderIsChosenByNameOrByTheAmountOfWork() {
        assertThat(WindowFinders.TABLES.make()).isInstanceOf(TableFinder.class);
        assertThat(WindowFinders.PLAIN.make()).isInstanceOf(PlainFinder.class);
        assertThat(System.getProperty(WindowFinders.PROPERTY)).isNull();
        assertThat(WindowFinders.suited(0)).isEqualTo(WindowFinders.TABLES);
        System.setProperty(WindowFinders.PROPERTY, "PLAIN");
        try {
            assertThat(WindowFinders.suited(0)).isEqualTo(WindowFinders.PLAIN);
            System.setProperty(WindowFinders.PROPERTY, "none");
            assertThatThrownBy(() -> WindowFinders.suited(0)).isInstanceOf(IllegalArgumentException.class);
        } finally {
            System.clearProperty(WindowFinders.PROPERTY);
        }
    }
}
