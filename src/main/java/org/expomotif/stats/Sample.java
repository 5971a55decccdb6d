package org.expomotif.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A sample of numbers, with its mean and the two standard deviations that are in use. */
public final class Sample {
    private final double[] values;

    private Sample(double[] values) {
        this.values = values;
    }

    /** The sample of all numbers; with a NaN among them, every result is NaN. */
    public static Sample of(DoubleStream values) {
        return new Sample(values.toArray());
    }

    /** The sample of the numbers that are not NaN. */
    public static Sample ofDefined(DoubleStream values) {
        return of(values.filter(value -> !Double.isNaN(value)));
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /**
     * A quantile by linear interpolation between the ordered values, as numpy's default; NaN without values.
     *
     * @param share 0 for the minimum, 0.5 for the median, 1 for the maximum
     */
    public double quantile(double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] ordered = values.clone();
        Arrays.sort(ordered);
        double place = share * (ordered.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, ordered.length - 1);
        return ordered[below] + (place - below) * (ordered[above] - ordered[below]);
    }

    /** The values, in their order. */
    public double[] values() {
        return values.clone();
    }

    /** The mean; NaN without values. */
    public double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /**
     * The standard deviation of the values as a population: the root of the sum of squared differences from the mean
     * over n. NaN without values.
     */
    public double populationDeviation() {
        return Math.sqrt(squares().average().orElse(Double.NaN));
    }

    /**
     * The standard deviation of the population that the values were drawn from, as it is estimated: the root of the sum
     * of squared differences from the mean over n - 1. NaN with fewer than two values.
     */
    public double estimatedDeviation() {
        return values.length < 2 ? Double.NaN : Math.sqrt(squares().sum() / (values.length - 1));
    }

    private DoubleStream squares() {
        double mean = mean();
        return Arrays.stream(values).map(value -> (value - mean) * (value - mean));
    }
}
