package org.expomotif.network.spec;

import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.run.UserException;

/**
 * The distribution of initial kernel weights, as defined by Keras: mean 0 and variance {@code scale / n}, where n is
 * the fan in or the mean of fan in and fan out.
 *
 * <p>Uniform: between -sqrt(3 scale / n) and sqrt(3 scale / n). Normal: truncated at two standard deviations, with the
 * standard deviation divided by 0.87962566103423978 so that the truncated distribution has the required variance.
 * {@code normal:SD} is a normal distribution with that standard deviation, not truncated.
 *
 * @param name the name, including the standard deviation
 * @param uniform whether the distribution is uniform instead of normal
 * @param scale numerator of the variance
 * @param fan denominator of the variance
 */
public record Initialization(String name, boolean uniform, double scale, Fan fan) {
    /** The denominator of the variance. */
    public enum Fan {
        /** The number of inputs of a unit. */
        IN,
        /** The mean of the numbers of inputs and outputs. */
        MEAN,
        /** None: the scale is the variance, and the distribution is not truncated. */
        NONE
    }

    private static final double TRUNCATED_DEVIATION = 0.8796256610342398;
    private static final String NORMAL = "normal:";
    private static final List<Initialization> NAMED = List.of(
            new Initialization("glorot-uniform", true, 1, Fan.MEAN),
            new Initialization("glorot-normal", false, 1, Fan.MEAN),
            new Initialization("he-uniform", true, 2, Fan.IN),
            new Initialization("he-normal", false, 2, Fan.IN),
            new Initialization("lecun-uniform", true, 1, Fan.IN),
            new Initialization("lecun-normal", false, 1, Fan.IN));

    /** The names, without {@code normal:SD}. */
    public static List<String> names() {
        return NAMED.stream().map(Initialization::name).toList();
    }

    /**
     * Returns the initialisation with a name.
     *
     * @throws UserException when there is no such initialisation
     */
    public static Initialization named(String name) {
        for (Initialization each : NAMED) {
            if (each.name.equals(name)) {
                return each;
            }
        }
        if (name.startsWith(NORMAL)) {
            try {
                double deviation = Double.parseDouble(name.substring(NORMAL.length()));
                if (deviation > 0 && deviation < Double.POSITIVE_INFINITY) {
                    return new Initialization(name, false, deviation * deviation, Fan.NONE);
                }
            } catch (NumberFormatException e) {
                throw unknown(name);
            }
        }
        throw unknown(name);
    }

    private static UserException unknown(String name) {
        return new UserException("unknown initialisation")
                .expected("one of " + String.join(", ", names()) + ", or normal:SD with a standard deviation above 0")
                .found("'" + name + "'");
    }

    /** Fills a kernel of {@code receptive x in x out} (fan in receptive * in, fan out receptive * out). */
    public void fill(float[] kernel, int receptive, int in, int out, SplittableRandom random) {
        double fanIn = (double) receptive * in;
        double variance = switch (fan) {
            case IN -> scale / fanIn;
            case MEAN -> scale / ((fanIn + (double) receptive * out) / 2);
            case NONE -> scale;
        };
        double limit = Math.sqrt(3 * variance);
        double deviation = Math.sqrt(variance) / (fan == Fan.NONE ? 1 : TRUNCATED_DEVIATION);
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (uniform ? random.nextDouble(-limit, limit) : deviation * normal(random));
        }
    }

    private double normal(SplittableRandom random) {
        double draw = random.nextGaussian();
        while (fan != Fan.NONE && Math.abs(draw) > 2) {
            draw = random.nextGaussian();
        }
        return draw;
    }
}
