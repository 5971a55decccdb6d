package org.expomotif.scan;

import java.util.Arrays;

/**
 * The exact distribution of a matrix's sum over windows of independent letters.
 *
 * <p>The density is built by convolution, positions in order, letters A C G T. {@code P(x)}, the chance of a sum of at
 * least {@code x}, is summed from the top down, each step held at 1 or below; plus and minus strand may so differ in
 * the last bit.
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

    /** The same distribution without the sums below {@code least}, which take memory and are never asked for again. */
    public ScoreDistribution from(int least) {
        int cut = Math.min(upperTail.length, Math.max(0, least - first));
        return new ScoreDistribution(first + cut, Arrays.copyOfRange(upperTail, cut, upperTail.length));
    }

    /**
     * The chance of a sum of at least {@code sum}.
     *
     * @throws IllegalArgumentException when {@code sum} lies below what {@link #from(int)} kept
     */
    public double pValue(int sum) {
        if (sum < first) {
            throw new IllegalArgumentException("the distribution starts at " + first + ", not at " + sum);
        }
        return sum - first >= upperTail.length ? 0 : upperTail[sum - first];
    }

    /** The least sum whose p-value is at most {@code threshold}; one more than the best sum when no window has such. */
    public int leastSum(double threshold) {
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
