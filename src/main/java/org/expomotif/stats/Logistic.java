package org.expomotif.stats;

/** The logistic function and functions derived from it, in forms that neither overflow nor cancel. */
public final class Logistic {
    private Logistic() {}

    /** 1 / (1 + exp(-x)). */
    public static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /** ln(1 + exp(x)). */
    public static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /**
     * The binary cross-entropy {@code -y ln s(x) - (1 - y) ln(1 - s(x))}, where s is the sigmoid.
     *
     * @param logit x
     * @param label y, from 0 to 1
     */
    public static double crossEntropy(double logit, double label) {
        return Math.max(logit, 0) - logit * label + Math.log1p(Math.exp(-Math.abs(logit)));
    }
}
