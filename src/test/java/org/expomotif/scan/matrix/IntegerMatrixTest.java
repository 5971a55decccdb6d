package org.expomotif.scan.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matrices whose cells can be computed by hand. */
class IntegerMatrixTest {
    private static final ScanBackground UNIFORM = ScanBackground.of(Background.UNIFORM, false);

    private static int[] row(IntegerMatrix matrix, int position) {
        return new int[] {
            matrix.cell(position, 0), matrix.cell(position, 1), matrix.cell(position, 2), matrix.cell(position, 3)
        };
    }

    private static Motif motif(double sites, double[]... rows) {
        return new Motif("m", "", rows, sites, "");
    }

    /** The log-odds are 1, 0, -1 and -1, so 1000 divided by their span of 2 is the scale. */
    @Test
    void cellsAreRoundedLogOdds() {
        IntegerMatrix matrix = IntegerMatrix.ofMotif(motif(0, new double[] {0.5, 0.25, 0.125, 0.125}), UNIFORM, 0);
        assertThat(row(matrix, 0)).containsExactly(1000, 500, 0, 0);
        assertThat(matrix.scale()).isEqualTo(500);
        assertThat(matrix.width()).isEqualTo(1);
        assertThat(matrix.score(0)).isEqualTo(-1);
        assertThat(matrix.score(1000)).isEqualTo(1);
        assertThat(matrix.bestSum()).isEqualTo(1000);
    }

    /** The offset is that of all positions; the row with the smallest span does not reach 1000. */
    @Test
    void thePositionsShareTheirScale() {
        double[] strong = {0.5, 0.25, 0.125, 0.125};
        double[] weak = {0.25, 0.25, 0.25, 0.25};
        IntegerMatrix matrix = IntegerMatrix.ofMotif(motif(0, weak, strong, strong), UNIFORM, 0);
        assertThat(row(matrix, 0)).containsExactly(500, 500, 500, 500);
        assertThat(row(matrix, 2)).containsExactly(1000, 500, 0, 0);
        assertThat(matrix.score(0)).isEqualTo(-3);
        assertThat(matrix.score(matrix.bestSum())).isEqualTo(2);
    }

    /** The lowest log-odds of three positions are -2 each. */
    @Test
    void theOffsetIsThatOfAllPositions() {
        double[] row = {0.5, 0.25, 0.1875, 0.0625};
        IntegerMatrix matrix = IntegerMatrix.ofMotif(motif(0, row, row, row), UNIFORM, 0);
        assertThat(matrix.score(0)).isEqualTo(-6);
        assertThat(matrix.scale()).isEqualTo(333);
        assertThat(matrix.score(matrix.bestSum())).isEqualTo(3);
    }

    @Test
    void aMotifWithoutInformationScoresZero() {
        double[] row = {0.25, 0.25, 0.25, 0.25};
        IntegerMatrix matrix = IntegerMatrix.ofMotif(motif(0, row, row), UNIFORM, 0);
        assertThat(row(matrix, 0)).containsExactly(1000, 1000, 1000, 1000);
        assertThat(matrix.score(2000)).isZero();
        assertThat(matrix.scale()).isEqualTo(1000);
    }

    /** Sites of less than one are those of a motif without sites: 20. */
    @ParameterizedTest
    @CsvSource({"0, 0.375", "0.5, 0.375", "20, 0.375", "60.9, 0.4375", "-3, 0.375", "1, 0.26190476"})
    void thePseudocountIsAddedToTheCounts(double sites, double probability) {
        Motif motif = motif(sites, new double[] {0.5, 0.25, 0.125, 0.125});
        IntegerMatrix matrix = IntegerMatrix.ofMotif(motif, UNIFORM, 20);
        assertThat(matrix.score(matrix.bestSum()))
                .isCloseTo(Math.log(probability / 0.25) / Math.log(2), within(0.51 / matrix.scale()));
    }

    @Test
    void rowsAreDividedByTheirSum() {
        IntegerMatrix one = IntegerMatrix.ofMotif(motif(0, new double[] {0.5, 0.25, 0.125, 0.125}), UNIFORM, 1);
        IntegerMatrix two = IntegerMatrix.ofMotif(motif(0, new double[] {1, 0.5, 0.25, 0.25}), UNIFORM, 1);
        assertThat(two).usingRecursiveComparison().isEqualTo(one);
    }

    @Test
    void rowsThatHaveNoLogOddsAreNamed() {
        double[] good = {0.25, 0.25, 0.25, 0.25};
        refused(
                motif(0, good, new double[4]),
                "motif m: row 2 of the matrix has no probabilities: expected four probabilities that sum to 1,"
                        + " found the sum 0.0");
        refused(
                motif(0, good, new double[] {Double.POSITIVE_INFINITY, 0, 0, 0}),
                "motif m: row 2 of the matrix has no probabilities: expected four probabilities that sum to 1,"
                        + " found the sum Infinity");
        refused(
                motif(0, good, good, new double[] {0.5, 0.5, 0, 0}),
                "motif m: row 3 of the matrix has a probability of 0, which has no logarithm without a pseudocount;"
                        + " give --motif-pseudo a number above 0");
    }

    private static void refused(Motif motif, String message) {
        assertThatThrownBy(() -> IntegerMatrix.ofMotif(motif, UNIFORM, 0))
                .isInstanceOf(UserException.class)
                .hasMessage(message);
    }

    @Test
    void theWidestPositionOfAFilterReachesTheLargestCell() {
        IntegerMatrix matrix = IntegerMatrix.ofScores(new double[][] {{-1, 0, 1, 3}, {5, 4.499, 4.5, 4}}, 10);
        assertThat(row(matrix, 0)).containsExactly(0, 250, 500, 1000);
        assertThat(row(matrix, 1)).containsExactly(250, 125, 125, 0);
        assertThat(matrix.best(0)).isEqualTo(1000);
        assertThat(matrix.best(1)).isEqualTo(250);
        assertThat(matrix.bestSum()).isEqualTo(1250);
        assertThat(matrix.score(0)).isEqualTo(13);
        assertThat(matrix.score(1250)).isEqualTo(18);
    }

    @Test
    void theBestLetterMayBeAnyLetter() {
        for (int letter = 0; letter < 4; letter++) {
            double[] scores = new double[4];
            scores[letter] = 2;
            assertThat(IntegerMatrix.ofScores(new double[][] {scores}, 0).best(0))
                    .isEqualTo(1000);
            scores[letter] = -2;
            assertThat(IntegerMatrix.ofScores(new double[][] {scores}, 0).score(0))
                    .isEqualTo(-2);
        }
    }

    @Test
    void aFilterThatIsConstantHasOneScore() {
        IntegerMatrix matrix = IntegerMatrix.ofScores(new double[][] {{2, 2, 2, 2}}, 1);
        assertThat(matrix.bestSum()).isZero();
        assertThat(matrix.scale()).isEqualTo(1);
        assertThat(matrix.score(0)).isEqualTo(3);
    }

    @Test
    void aFilterHasPositionsAndFiniteNumbers() {
        assertThatThrownBy(() -> IntegerMatrix.ofScores(new double[0][], 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IntegerMatrix.ofScores(new double[1][4], Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IntegerMatrix.ofScores(new double[][] {{0, Double.POSITIVE_INFINITY, 0, 0}}, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IntegerMatrix.ofScores(new double[][] {{-1e308, 1e308, 0, 0}}, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theReverseComplementReadsBackwards() {
        IntegerMatrix matrix = IntegerMatrix.ofScores(new double[][] {{0, 1, 2, 4}, {0, 0, 1, 3}}, 7);
        IntegerMatrix reversed = matrix.reverseComplement();
        assertThat(row(reversed, 0)).containsExactly(750, 250, 0, 0);
        assertThat(row(reversed, 1)).containsExactly(1000, 500, 250, 0);
        assertThat(reversed.score(250)).isEqualTo(8).isEqualTo(matrix.score(250));
        assertThat(reversed.scale()).isEqualTo(250);
    }

    @ParameterizedTest
    @CsvSource({"-Infinity, 0", "-1, 0", "0, 0", "1e-9, 1", "1, 250", "1.001, 251", "4, 1000", "4.001, 1001", "99, 1001"
    })
    void theMinimumSumIsTheFirstWithTheScore(double score, int sum) {
        IntegerMatrix matrix = IntegerMatrix.ofScores(new double[][] {{0, 1, 2, 4}}, 0);
        assertThat(matrix.minimumSum(score)).isEqualTo(sum);
    }
}
