package org.expomotif.network.kernel;

/**
 * Adam (Kingma and Ba 2015) in the form of Keras: w -= rate_t m / (sqrt(v) + epsilon) with rate_t = rate sqrt(1 - b2^t)
 * / (1 - b1^t).
 *
 * @param weights w
 * @param means m, the running means of gradients
 * @param squares v, the running means of squared gradients
 */
public record Adam(float[] weights, float[] means, float[] squares) {
    /** b1, the decay of the mean of gradients. */
    static final double MEAN_DECAY = 0.9;
    /** b2, the decay of the mean of squared gradients. */
    static final double SQUARE_DECAY = 0.999;
    /** 1 - b1, the weight of a new gradient. */
    static final float NEW_MEAN = 0.1f;
    /** 1 - b2, the weight of a new squared gradient. */
    static final float NEW_SQUARE = 0.001f;
    /** Epsilon, added to the square root. */
    static final float EPSILON = 1e-7f;

    /** Starts with running means of 0. The weights are not copied. */
    public static Adam of(float[] weights) {
        return new Adam(weights, new float[weights.length], new float[weights.length]);
    }

    /** The step size rate_t of step t; steps are counted from 1. */
    public static float rate(double learningRate, long step) {
        double t = (double) step;
        return (float) (learningRate * Math.sqrt(1 - Math.pow(SQUARE_DECAY, t)) / (1 - Math.pow(MEAN_DECAY, t)));
    }
}
