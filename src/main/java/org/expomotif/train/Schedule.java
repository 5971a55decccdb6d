package org.expomotif.train;

/**
 * Lowers the learning rate and stops training, based on one validation figure per epoch (higher is better).
 *
 * <p>The rules are those of Keras's {@code ReduceLROnPlateau} and {@code EarlyStopping}, which the reference study
 * used. Learning rate: an epoch is an improvement only if its figure exceeds the best one by more than
 * {@value #RATE_MARGIN}. After {@code ratePatience} consecutive epochs without an improvement the rate is multiplied by
 * {@code rateFactor}, but not below {@code floor}, and the count starts again. Stopping: training stops after
 * {@code patience} consecutive epochs without any figure above the best one. An undefined figure (NaN) is never an
 * improvement.
 */
public final class Schedule {
    /** Keras's default {@code min_delta} of ReduceLROnPlateau. */
    static final double RATE_MARGIN = 1e-4;

    /**
     * The settings of a schedule.
     *
     * @param learningRate the learning rate of the first epoch
     * @param patience number of epochs without an improvement after which training stops
     * @param ratePatience number of epochs without an improvement after which the rate is lowered
     * @param rateFactor factor that the rate is multiplied by
     * @param floor the minimum rate
     */
    public record Settings(double learningRate, int patience, int ratePatience, double rateFactor, double floor) {
        /**
         * The settings of the reference study: rate 1e-3, stopping after 20 epochs, factor 0.2 after 5 epochs, minimum
         * 1e-7.
         */
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

    /** Records the figure of an epoch. */
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

    /** Whether the last figure is the best so far. */
    public boolean improved() {
        return improved;
    }

    /** Whether training should stop. */
    public boolean stops() {
        return wait >= settings.patience();
    }
}
