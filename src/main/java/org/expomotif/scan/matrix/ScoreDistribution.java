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
