package org.expomotif.scan.matrix;

import java.util.Arrays;

/**
 * The exact distribution of the sums of a matrix over windows of independent letters.
 *
 * <p>The density is built by convolution, positions in order, letters in the order A C G T. {@code P(x)}, the
 * probability of a sum of at least {@code x}, is summed from the top and clamped to 1 at each step, so the plus and
 * minus strands can differ in the last bit.
 */
public final class ScoreDistribution {
    /**
     * The best sum divided by the first limit of a loss. At a threshold of 1e-4, half the matrices of JASPAR 2026 need
     * less than an eighteenth and all of them less than a quarter.
     */
    private static final int FIRST_LIMIT = 16;

    private final int first;
    private final double[] upperTail;

    private ScoreDistribution(int first, double[] upperTail) {
        this.first = first;
        this.upperTail = upperTail;
    }

    /** The distribution of the sums of {@code matrix} under {@link ScanBackground#scanning(int)}. */
    public static ScoreDistribution of(IntegerMatrix matrix, ScanBackground background) {
        int width = matrix.width();
        double[] density = new double[matrix.bestSum() + 1];
        double[] next = new double[density.length];
        density[0] = 1;
        int reach = 0;
        for (int i = 0; i < width; i++) {
            int wider = reach + matrix.best(i);
            Arrays.fill(next, 0, wider + 1, 0);
            for (int a = 0; a < 4; a++) {
                int cell = matrix.cell(i, a);
                double frequency = background.scanning(a);
                for (int t = 0; t <= reach; t++) {
                    next[t + cell] += density[t] * frequency;
                }
            }
            double[] swap = density;
            density = next;
            next = swap;
            reach = wider;
        }
        double tail = 0;
        for (int x = reach; x >= 0; x--) {
            tail = Math.min(1, density[x] + tail);
            density[x] = tail;
        }
        return new ScoreDistribution(0, density);
    }

    /**
     * The part of the distribution that p-values up to a threshold need; each of them has the bits of {@link #of}.
     *
     * <p>Sums are counted from the best one down: a letter loses the difference between its cell and the best cell of
     * its position, 0 or more. A window that loses at most {@code T} has lost at most {@code T} after every position,
     * so larger losses are left out from the start. What remains are the terms of {@link #of}, added in the same order.
     * The limit is doubled until its p-value exceeds the threshold.
     */
    static ScoreDistribution ofTail(IntegerMatrix matrix, ScanBackground background, double threshold) {
        int best = matrix.bestSum();
        for (int limit = Math.min(best, best / FIRST_LIMIT + 1); ; limit = (int) Math.min(best, 2L * limit)) {
            double[] tail = tail(matrix, background, limit);
            if (tail[0] > threshold || limit == best) {
                return new ScoreDistribution(best - limit, tail);
            }
        }
    }

    /** {@code P(x)} for {@code x} from the best sum minus {@code limit} to the best sum. */
    private static double[] tail(IntegerMatrix matrix, ScanBackground background, int limit) {
        // Losses begin at index RANGE; the zeros before it are the losses below 0.
        int zero = IntegerMatrix.RANGE;
        double[] density = new double[zero + limit + 1];
        double[] next = new double[density.length];
        density[zero] = 1;
        int reach = 0;
        for (int i = 0; i < matrix.width(); i++) {
            int best = matrix.best(i);
            int[] from = new int[4];
            int largest = 0;
            for (int a = 0; a < 4; a++) {
                int loss = best - matrix.cell(i, a);
                from[a] = zero - loss;
                largest = Math.max(largest, loss);
            }
            reach = Math.min(limit, reach + largest);
            convolve(density, from, background, next, zero, reach);
            double[] swap = density;
            density = next;
            next = swap;
        }
        double[] tail = new double[limit + 1];
        double sum = 0;
        for (int loss = 0; loss <= limit; loss++) {
            sum = Math.min(1, density[zero + loss] + sum);
            tail[limit - loss] = sum;
        }
        return tail;
    }

    /** Adds one position: {@code next[to + x]} is the sum of {@code density[from[a] + x] q[a]} over the letters. */
    private static void convolve(
            double[] density, int[] from, ScanBackground background, double[] next, int to, int reach) {
        int fromA = from[0];
        int fromC = from[1];
        int fromG = from[2];
        int fromT = from[3];
        double a = background.scanning(0);
        double c = background.scanning(1);
        double g = background.scanning(2);
        double t = background.scanning(3);
        for (int x = 0; x <= reach; x++) {
            next[to + x] =
                    density[fromA + x] * a + density[fromC + x] * c + density[fromG + x] * g + density[fromT + x] * t;
        }
    }

    /** Returns this distribution without the sums below {@code minimum}, to save memory. */
    public ScoreDistribution from(int minimum) {
        int cut = Math.min(upperTail.length, Math.max(0, minimum - first));
        return new ScoreDistribution(first + cut, Arrays.copyOfRange(upperTail, cut, upperTail.length));
    }

    /**
     * The probability of a sum of at least {@code sum}.
     *
     * @throws IllegalArgumentException when {@code sum} is below the minimum of {@link #from(int)}
     */
    public double pValue(int sum) {
        if (sum < first) {
            throw new IllegalArgumentException(
                    "the sum is below the start of the distribution: expected at least " + first + ", found " + sum);
        }
        return sum - first >= upperTail.length ? 0 : upperTail[sum - first];
    }

    /** The minimum sum with a p-value of at most {@code threshold}; the best sum + 1 when no sum has one. */
    public int minimumSum(double threshold) {
        int low = 0;
        int high = upperTail.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upperTail[middle] <= threshold) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return first + low;
    }
}
