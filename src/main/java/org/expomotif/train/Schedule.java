package org.expomotif.train;

/**
 * When the learning rate falls and when training stops, from one figure a epoch (greater is better).
 *
 * <p>The two rules are those of Keras's {@code ReduceLROnPlateau} and {@code EarlyStopping}, which the reference study
 * used. Rate: an epoch counts as better only when it beats the best by more than {@value #RATE_MARGIN}; after
 * {@code ratePatience} epochs in a row that do not, the rate is multiplied by {@code rateFactor}, never below
 * {@code floor}, and counting starts anew. Stop: after {@code patience} epochs in a row none of which beats the best at
 * all. An undefined figure (NaN) is never better.
 */
public final class Schedule {
    /** Keras's default {@code min_delta} of ReduceLROnPlateau. */
    static final double RATE_MARGIN = 1e-4;

    /**
     * The numbers of a schedule.
     *
     * @param learningRate the rate of the first epoch
     * @param patience epochs without a better figure after which training stops
     * @param ratePatience epochs without a better figure after which the rate falls
     * @param rateFactor what the rate is multiplied by
     * @param floor the least rate
     */
    public record Settings(double learningRate, int patience, int ratePatience, double rateFactor, double floor) {
        /** The reference study's: 1e-3, stop after 20, times 0.2 after 5, not below 1e-7. */
        public static final Settings PAPER = new Settings(1e-3, 20, 5, 0.2, 1e-7);
    }

    private final Settings settings;
    private double rate;
    private double rateBest = Double.NEGATIVE_INFINITY;
    private int rateWait;
    private double best = Double.NEGATIVE_INFINITY;
    private int wait;
    private boolean improved;

    /** A schedule before its first epoch. */
    public Schedule(Settings settings) {
        this.settings = settings;
        this.rate = settings.learningRate();
    }

    /** Takes the figure of the epoch that just ended. */
    public void observe(double figure) {
        if (figure > rateBest + RATE_MARGIN) {
            rateBest = figure;
            rateWait = 0;
        } else if (++rateWait >= settings.ratePatience()) {
            rate = Math.max(rate * settings.rateFactor(), Math.min(rate, settings.floor()));
            rateWait = 0;
        }
        improved = figure > best;
        if (improved) {
            best = figure;
            wait = 0;
        } else {
            wait++;
        }
    }

    /** The learning rate of the next epoch. */
    public double learningRate() {
        return rate;
    }

    /** Whether the last figure was the best so far. */
    public boolean improved() {
        return improved;
    }

    /** Whether training should stop. */
    public boolean stops() {
        return wait >= settings.patience();
    }
}
