package org.expomotif.network.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.run.UserException;
import org.expomotif.stats.Logistic;
import org.jspecify.annotations.Nullable;

/**
 * An activation function {@code f(x) = outer * form(inner * x - shift)}, identified by name.
 *
 * <p>Basic names: {@code relu, exponential, sigmoid, tanh, softplus, linear, elu, log, log-relu}. Modified functions of
 * the reference study, which test why the exponential works: {@code shift-relu, scale-relu, shift-scale-relu,
 * shift-tanh, scale-tanh, shift-scale-tanh, shift-sigmoid, scale-sigmoid, shift-scale-sigmoid, exp-relu}. The
 * exponential accepts a factor: {@code exponential:0.5} is exp(0.5 x).
 *
 * <p>500 tanh(t) + 500 is computed as 1000 s(2t), where s is the logistic function. The two are identical, and the
 * second keeps its relative precision where tanh is near -1, which is the region that these functions use.
 *
 * @param name the name, including the factor
 * @param form the basic function
 * @param inner factor of the input
 * @param shift subtracted from the scaled input
 * @param outer factor of the output
 */
public record Activation(String name, Form form, double inner, double shift, double outer) {
    /** The basic functions of t. */
    public enum Form {
        /** t. */
        LINEAR,
        /** max(0, t). */
        RELU,
        /** max(0, t^3). */
        CUBIC_RELU,
        /** exp(t). */
        EXPONENTIAL,
        /** 1 / (1 + exp(-t)). */
        SIGMOID,
        /** tanh(t). */
        TANH,
        /** ln(1 + exp(t)). */
        SOFTPLUS,
        /** t above 0, exp(t) - 1 below. */
        ELU,
        /** max(0, exp(t) - 1). */
        EXPONENTIAL_RELU,
        /** ln(|t| + 1e-10). */
        LOG,
        /** max(0, ln(|t| + 1e-10)). */
        LOG_RELU
    }

    /** Offset that the logarithms add to |t|. */
    public static final double LOG_OFFSET = 1e-10;

    private static final String SCALED = "exponential:";
    private static final Map<String, Activation> NAMED = new LinkedHashMap<>();

    static {
        add("relu", Form.RELU, 1, 0, 1);
        add("exponential", Form.EXPONENTIAL, 1, 0, 1);
        add("sigmoid", Form.SIGMOID, 1, 0, 1);
        add("tanh", Form.TANH, 1, 0, 1);
        add("softplus", Form.SOFTPLUS, 1, 0, 1);
        add("linear", Form.LINEAR, 1, 0, 1);
        add("elu", Form.ELU, 1, 0, 1);
        add("shift-relu", Form.RELU, 1, 0.2, 1);
        add("scale-relu", Form.CUBIC_RELU, 1, 0, 1);
        add("shift-scale-relu", Form.CUBIC_RELU, 1, 0.2, 1);
        add("shift-tanh", Form.TANH, 1, 6, 1);
        add("scale-tanh", Form.SIGMOID, 2, 0, 1000);
        add("shift-scale-tanh", Form.SIGMOID, 2, 12, 1000);
        add("shift-sigmoid", Form.SIGMOID, 1, 8, 1);
        add("scale-sigmoid", Form.SIGMOID, 1, 0, 4000);
        add("shift-scale-sigmoid", Form.SIGMOID, 1, 8, 4000);
        add("exp-relu", Form.EXPONENTIAL_RELU, 0.1, 0, 1);
        add("log", Form.LOG, 1, 0, 1);
        add("log-relu", Form.LOG_RELU, 1, 0, 1);
    }

    private static void add(String name, Form form, double inner, double shift, double outer) {
        NAMED.put(name, new Activation(name, form, inner, shift, outer));
    }

    /** The names, without those that include a factor. */
    public static List<String> names() {
        return List.copyOf(NAMED.keySet());
    }

    /**
     * Returns the function with a name.
     *
     * @throws UserException when there is no such function
     */
    public static Activation named(String name) {
        Activation known = NAMED.get(name);
        if (known != null) {
            return known;
        }
        Double factor = name.startsWith(SCALED) ? factor(name.substring(SCALED.length())) : null;
        if (factor == null) {
            throw new UserException("unknown activation")
                    .expected("one of " + String.join(", ", NAMED.keySet())
                            + ", or exponential:K with a factor K above 0")
                    .found("'" + name + "'");
        }
        return new Activation(name, Form.EXPONENTIAL, factor, 0, 1);
    }

    private static @Nullable Double factor(String text) {
        try {
            double value = Double.parseDouble(text);
            return value > 0 && value < Double.POSITIVE_INFINITY ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The function's value, in double precision. */
    public double value(double x) {
        double t = inner * x - shift;
        double y = switch (form) {
            case LINEAR -> t;
            case RELU -> Math.max(0, t);
            case CUBIC_RELU -> t > 0 ? t * t * t : 0;
            case EXPONENTIAL -> Math.exp(t);
            case SIGMOID -> s(t);
            case TANH -> Math.tanh(t);
            case SOFTPLUS -> Logistic.softplus(t);
            case ELU -> t > 0 ? t : Math.expm1(t);
            case EXPONENTIAL_RELU -> t > 0 ? Math.expm1(t) : 0;
            case LOG -> Math.log(Math.abs(t) + LOG_OFFSET);
            case LOG_RELU -> Math.max(0, Math.log(Math.abs(t) + LOG_OFFSET));
        };
        return outer * y;
    }

    /** The derivative with respect to x, in double precision; 0 at the kink of a rectifier such as ReLU. */
    public double derivative(double x) {
        double t = inner * x - shift;
        double y = switch (form) {
            case LINEAR -> 1;
            case RELU -> t > 0 ? 1 : 0;
            case CUBIC_RELU -> t > 0 ? 3 * t * t : 0;
            case EXPONENTIAL -> Math.exp(t);
            case SIGMOID -> bell(t);
            case TANH -> 4 * bell(2 * t);
            case SOFTPLUS -> s(t);
            case ELU -> t > 0 ? 1 : Math.exp(t);
            case EXPONENTIAL_RELU -> t > 0 ? Math.exp(t) : 0;
            case LOG -> Math.signum(t) / (Math.abs(t) + LOG_OFFSET);
            case LOG_RELU -> Math.abs(t) + LOG_OFFSET > 1 ? Math.signum(t) / (Math.abs(t) + LOG_OFFSET) : 0;
        };
        return outer * inner * y;
    }

    /**
     * The divided difference (f(to) - f(from)) / (to - from), in double precision and without cancellation for close
     * arguments; the derivative if they are equal. It is the multiplier of DeepLIFT's rescale rule.
     */
    public double slope(double from, double to) {
        if (from == to) {
            return derivative(to);
        }
        double a = inner * from - shift;
        double b = inner * to - shift;
        double d = b - a;
        double rise = switch (form) {
            case LINEAR -> d;
            case RELU -> a > 0 && b > 0 ? d : Math.max(0, b) - Math.max(0, a);
            case CUBIC_RELU ->
                a > 0 && b > 0 ? d * (a * a + a * b + b * b) : cube(Math.max(0, b)) - cube(Math.max(0, a));
            case EXPONENTIAL -> exponentialRise(a, b);
            case SIGMOID -> sigmoidRise(a, b);
            case TANH -> 2 * sigmoidRise(2 * a, 2 * b);
            case SOFTPLUS -> a < b ? softplusRise(a, b) : -softplusRise(b, a);
            case ELU -> Math.max(0, b) - Math.max(0, a) + exponentialRise(Math.min(0, a), Math.min(0, b));
            case EXPONENTIAL_RELU -> exponentialRise(Math.max(0, a), Math.max(0, b));
            case LOG -> logRise(Math.abs(a) + LOG_OFFSET, Math.abs(b) + LOG_OFFSET);
            case LOG_RELU -> logRise(Math.max(1, Math.abs(a) + LOG_OFFSET), Math.max(1, Math.abs(b) + LOG_OFFSET));
        };
        return outer * rise / (to - from);
    }

    private static double cube(double t) {
        return t * t * t;
    }

    /** exp(b) - exp(a) = exp(a) (exp(b - a) - 1), with the larger exponential as the factor, to avoid overflow. */
    private static double exponentialRise(double a, double b) {
        return a < b ? -Math.exp(b) * Math.expm1(a - b) : Math.exp(a) * Math.expm1(b - a);
    }

    /** s(b) - s(a) = s(b) s(-a) (1 - exp(a - b)). */
    private static double sigmoidRise(double a, double b) {
        return a < b ? -s(b) * s(-a) * Math.expm1(a - b) : s(a) * s(-b) * Math.expm1(b - a);
    }

    /** The logistic function, for any t. */
    private static double s(double t) {
        return 1 / (1 + Math.exp(-t));
    }

    /** ln((1 + exp(b)) / (1 + exp(a))) for a < b; for close arguments computed as -ln(1 + s(b) (exp(a - b) - 1)). */
    private static double softplusRise(double a, double b) {
        return b - a > 1 ? Logistic.softplus(b) - Logistic.softplus(a) : -Math.log1p(s(b) * Math.expm1(a - b));
    }

    /** ln(b / a). */
    private static double logRise(double a, double b) {
        return Math.log1p((b - a) / a);
    }

    /** s(t) (1 - s(t)) without cancellation: e / (1 + e)^2 with e = exp(-|t|). */
    private static double bell(double t) {
        double e = Math.exp(-Math.abs(t));
        return e / ((1 + e) * (1 + e));
    }

    @Override
    public String toString() {
        return name;
    }
}
