package org.expomotif.stats;

/**
 * Estimates the proportion of true nulls among p-values by Tomtom's bootstrap (Storey 2002,
 * doi:10.1111/1467-9868.00346).
 *
 * <p>For lambda_k = k/200, k = 1 to 100, est(k) = #(p >= lambda_k) / ((1 - lambda_k) n), infinite when the count is 0.
 * Let u be the minimum of est over all lambda. The chosen lambda is the one whose estimates from 100 samples of 1,000
 * draws have the minimum squared distance from u. The result is the estimate from all p-values at this lambda, clamped
 * to [0, 1].
 */
public final class NullProportion {
    /** Maximum number of p-values that draws are made from. */
    public static final int MAX_P_VALUES = 1 << 20;

    private static final int LAMBDAS = 100;
    private static final double LAMBDA_STEPS = 200;
    private static final int SAMPLES = 100;
    private static final int SIZE = 1000;

    /** Number of draws of one estimate, over all samples. */
    public static final int DRAWS = SAMPLES * SIZE;

    /** Number of random words that the draws of one estimate use. */
    public static final int WORDS = 2 * DRAWS;

    private NullProportion() {}

    /**
     * Returns the proportion; 1 when there are no more p-values than lambdas.
     *
     * @param ascending the p-values, sorted
     * @param draws {@link #DRAWS} indices of p-values
     */
    public static double estimate(double[] ascending, int[] draws) {
        int n = ascending.length;
        if (!usesDraws(n)) {
            return 1;
        }
        byte[] passed = lambdasPassed(ascending);
        int[] counts = new int[LAMBDAS + 1];
        for (byte lambdas : passed) {
            counts[lambdas]++;
        }
        double[] whole = estimates(counts, n);
        double minimum = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= LAMBDAS; k++) {
            minimum = Math.min(minimum, whole[k]);
        }
        double[] errors = new double[LAMBDAS + 1];
        for (int s = 0; s < SAMPLES; s++) {
            addErrors(estimates(count(passed, draws, s * SIZE), SIZE), minimum, errors);
        }
        int best = 1;
        for (int k = 2; k <= LAMBDAS; k++) {
            if (errors[k] < errors[best]) {
                best = k;
            }
        }
        return Math.clamp(whole[best], 0.0, 1.0);
    }

    /**
     * Whether the estimate from {@code n} p-values uses draws. It is 1 when there are no more p-values than lambdas.
     */
    public static boolean usesDraws(int n) {
        return n > LAMBDAS;
    }

    private static void addErrors(double[] sampled, double minimum, double[] errors) {
        for (int k = 1; k <= LAMBDAS; k++) {
            double difference = sampled[k] - minimum;
            errors[k] += difference * difference;
        }
    }

    /**
     * Counts the draws by the number of lambdas passed, in two tables because equal numbers often follow one another.
     */
    private static int[] count(byte[] passed, int[] draws, int from) {
        int[] even = new int[LAMBDAS + 1];
        int[] odd = new int[LAMBDAS + 1];
        for (int i = from; i < from + SIZE; i += 2) {
            even[passed[draws[i]]]++;
            odd[passed[draws[i + 1]]]++;
        }
        for (int k = 0; k <= LAMBDAS; k++) {
            even[k] += odd[k];
        }
        return even;
    }

    private static byte[] lambdasPassed(double[] values) {
        byte[] passed = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            passed[i] = (byte) lambdasPassed(values[i]);
        }
        return passed;
    }

    /** The number of lambdas, 0 to 100, that a p-value reaches. */
    private static int lambdasPassed(double p) {
        int k = Math.min(LAMBDAS, (int) (p * LAMBDA_STEPS) + 1);
        while (k > 0 && p < k / LAMBDA_STEPS) {
            k--;
        }
        return k;
    }

    private static double[] estimates(int[] counts, int n) {
        double[] estimates = new double[LAMBDAS + 1];
        int reached = 0;
        for (int k = LAMBDAS; k >= 1; k--) {
            reached += counts[k];
            estimates[k] = reached == 0 ? Double.POSITIVE_INFINITY : reached / ((1 - k / LAMBDA_STEPS) * n);
        }
        return estimates;
    }
}
