package org.expomotif.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.expomotif.network.spec.Activation;

/**
 * Draws a network's weights such that at a given batch, in training mode, its loss is smooth and well-conditioned:
 *
 * <ul>
 *   <li>No input of a rectifier is near its kink, and no value of a pooling window is near the maximum of the window.
 *       Near means that rounding could change sides: within {@link SmoothCase#SAFETY} rounding errors of each value.
 *       The rounding error is measured as the maximum difference of the layer's values in single and in double
 *       precision; an activation multiplies it by its slope.
 *   <li>The outputs of every convolution and dense layer have variance 1 and are centred where the next activation is
 *       neither flat nor singular; the logits have variance 1. Moving statistics are near those of the batch.
 * </ul>
 *
 * <p>Layers are processed in order from the input. The weights of a channel with a near value are drawn again, at most
 * {@value #ROUNDS} times. A channel has about a thousand values of variance 1, and near means within about 1e-5, so
 * about one channel in a hundred is drawn again.
 */
final class Settling {
    private static final int ROUNDS = 60;
    /** A logarithm's slope is at most 1 over this. */
    private static final double FROM_POLE = 0.25;

    private final Network network;
    private final Random random;
    private final DoubleNetwork exact;
    private final DoubleNetwork rounded;
    /** The input of the current block and the kept input of a residual block, in double and single precision. */
    private Pair input;

    private Pair kept;
    private int redrawn;

    /** The values of a layer in both precisions, and the rounding error of each. */
    private record Pair(double[][][] exact, double[][][] rounded, double[][][] error) {
        /** The error of a channel is its maximum difference, but at least the mean over all channels. */
        static Pair of(double[][][] exact, double[][][] rounded) {
            double[] worst = new double[exact[0][0].length];
            for (int n = 0; n < exact.length; n++) {
                for (int l = 0; l < exact[n].length; l++) {
                    for (int c = 0; c < worst.length; c++) {
                        worst[c] = Math.max(worst[c], Math.abs(exact[n][l][c] - rounded[n][l][c]));
                    }
                }
            }
            double mean = Arrays.stream(worst).average().orElse(0);
            Arrays.setAll(worst, c -> Math.max(worst[c], mean));
            double[][][] error = new double[exact.length][exact[0].length][];
            for (double[][] sample : error) {
                Arrays.fill(sample, worst);
            }
            return new Pair(exact, rounded, error);
        }

        /** The values after f; the error is multiplied by the slope of f. */
        Pair activated(Activation f, double[][][] exactly, double[][][] roundly) {
            double[][][] passed = new double[exact.length][exact[0].length][exact[0][0].length];
            for (int n = 0; n < exact.length; n++) {
                for (int l = 0; l < exact[n].length; l++) {
                    for (int c = 0; c < exact[n][l].length; c++) {
                        passed[n][l][c] = Math.abs(f.derivative(exact[n][l][c])) * error[n][l][c]
                                + SmoothCase.CURVE / SmoothCase.SAFETY * Math.abs(exactly[n][l][c]);
                    }
                }
            }
            return new Pair(exactly, roundly, passed);
        }
    }

    /** A node in both precisions. A residual block is split into its parts, followed by the sum. */
    private record Step(DoubleNetwork.Node exact, DoubleNetwork.Node rounded, boolean sum) {
        boolean begins() {
            return exact instanceof DoubleProducts.Convolve || exact instanceof DoubleProducts.Multiply;
        }
    }

    Settling(Network network, double[][][] x, Random random) {
        this.network = network;
        this.random = random;
        exact = new DoubleNetwork(network);
        rounded = new DoubleNetwork(network, DoubleNetwork.Rounding.NEAREST, 0);
        input = Pair.of(x, x);
        kept = input;
    }

    /** Settles all layers. */
    void run() {
        List<Step> block = new ArrayList<>();
        for (int i = 0; i < exact.nodes.size(); i++) {
            DoubleNetwork.Node node = exact.nodes.get(i);
            DoubleNetwork.Node twin = rounded.nodes.get(i);
            if (node instanceof DoubleNodes.Skip skip) {
                block = settled(block);
                kept = input;
                for (int k = 0; k < skip.inner.size(); k++) {
                    block = add(block, new Step(skip.inner.get(k), ((DoubleNodes.Skip) twin).inner.get(k), false));
                }
                block.add(new Step(node, twin, true));
            } else {
                block = add(block, new Step(node, twin, false));
            }
        }
        settled(block);
        network.weightsChanged();
    }

    private List<Step> add(List<Step> block, Step step) {
        List<Step> next = step.begins() ? settled(block) : block;
        next.add(step);
        return next;
    }

    /**
     * Settles a block, which is a convolution or dense layer and the layers up to the next one, and returns an empty
     * block.
     */
    private List<Step> settled(List<Step> block) {
        if (!block.isEmpty()) {
            String kernel = name(block.getFirst().exact) + "/kernel";
            int channels = channels(kernel);
            BitSet all = new BitSet();
            all.set(0, channels);
            draw(block, kernel, all);
            BitSet near = pass(block, channels);
            for (int round = 0; !near.isEmpty(); round++) {
                if (round == ROUNDS) {
                    throw new AssertionError(kernel + ": channels " + near + " are near a kink after " + ROUNDS);
                }
                redrawn += near.cardinality();
                draw(block, kernel, near);
                near = pass(block, channels);
            }
        }
        return new ArrayList<>();
    }

    /** Number of channels drawn again. */
    int redrawn() {
        return redrawn;
    }

    private int channels(String kernel) {
        int[] shape = Objects.requireNonNull(network.parameters().get(kernel)).shape();
        return shape[shape.length - 1];
    }

    private static String name(DoubleNetwork.Node node) {
        return switch (node) {
            case DoubleProducts.Convolve c -> c.name;
            case DoubleProducts.Multiply m -> m.name;
            case DoubleNodes.Normalize n -> n.name;
            case DoubleNodes.Shift s -> s.name;
            default -> throw new IllegalStateException();
        };
    }

    // ---- drawing

    /** Draws a block's parameters for some channels. */
    private void draw(List<Step> block, String kernel, BitSet channels) {
        int all = channels(kernel);
        float[] w = values(kernel);
        for (int i = 0; i < w.length; i++) {
            w[i] = channels.get(i % all) ? random.nextFloat(-1, 1) : w[i];
        }
        changed(kernel);
        double[][] moments = moments(block.getFirst().exact.forward(input.exact, true));
        for (int i = 0; i < w.length; i++) {
            double deviation = Math.sqrt(moments[1][i % all]);
            w[i] = channels.get(i % all) && deviation > 0 ? (float) (w[i] / deviation) : w[i];
        }
        changed(kernel);
        Activation next = block.stream()
                .map(Step::exact)
                .filter(DoubleNodes.Activate.class::isInstance)
                .map(node -> ((DoubleNodes.Activate) node).f)
                .findFirst()
                .orElse(Activation.named("linear"));
        for (Step step : block) {
            if (step.exact instanceof DoubleNodes.Normalize n) {
                fill(n.name + "/gamma", channels, c -> 0.5 + random.nextDouble());
                fill(n.name + "/beta", channels, c -> centre(next) + 0.3 * random.nextGaussian());
            } else if (step.exact instanceof DoubleNodes.Shift s) {
                double[] means = moments[0];
                double[] deviations = moments[1];
                fill(
                        s.name + "/bias",
                        channels,
                        c -> centre(next)
                                + 0.3 * random.nextGaussian()
                                - (deviations[c] > 0 ? means[c] / Math.sqrt(deviations[c]) : means[c]));
            }
        }
    }

    private static double centre(Activation f) {
        boolean logarithm = f.form() == Activation.Form.LOG || f.form() == Activation.Form.LOG_RELU;
        return logarithm ? 6 : f.shift() / f.inner();
    }

    private void fill(String name, BitSet channels, java.util.function.IntToDoubleFunction value) {
        float[] values = values(name);
        channels.stream().forEach(c -> values[c] = (float) value.applyAsDouble(c));
        changed(name);
    }

    private float[] values(String name) {
        return Objects.requireNonNull(network.parameters().get(name)).values();
    }

    private void changed(String name) {
        float[] values = values(name);
        for (DoubleNetwork twin : List.of(exact, rounded)) {
            double[] copy = Objects.requireNonNull(twin.weights.get(name));
            Arrays.setAll(copy, i -> values[i]);
        }
    }

    /** Mean and variance of every channel. */
    private static double[][] moments(double[][][] x) {
        int channels = x[0][0].length;
        double count = (double) x.length * x[0].length;
        double[][] moments = new double[2][channels];
        for (int c = 0; c < channels; c++) {
            for (double[][] sample : x) {
                for (double[] row : sample) {
                    moments[0][c] += row[c] / count;
                }
            }
            for (double[][] sample : x) {
                for (double[] row : sample) {
                    moments[1][c] += (row[c] - moments[0][c]) * (row[c] - moments[0][c]) / count;
                }
            }
        }
        return moments;
    }

    // ---- passing through

    /**
     * Passes the batch through a block and returns the channels that are near a kink; if there are none, advances to
     * the next block.
     */
    private BitSet pass(List<Step> block, int channels) {
        BitSet near = new BitSet();
        Pair x = input;
        for (int i = 0; i < block.size(); i++) {
            Step step = block.get(i);
            if (step.exact instanceof DoubleNodes.Normalize n) {
                double[][] moments = moments(x.exact);
                BitSet all = new BitSet();
                all.set(0, channels);
                fill(n.name + "/moving_mean", all, c -> moments[0][c] + spread(moments[1][c]));
                fill(n.name + "/moving_variance", all, c -> moments[1][c] * (0.75 + random.nextDouble() / 2));
            }
            if (step.sum) {
                x = sum(step, x);
                continue;
            }
            double[][][] y = step.exact.forward(x.exact, true);
            double[][][] rounds = step.rounded.forward(x.rounded, true);
            switch (step.exact) {
                case DoubleNodes.Activate a -> {
                    kinks(a.f, x, near);
                    x = x.activated(a.f, y, rounds);
                }
                case DoubleNodes.Pool pool -> {
                    ties(pool, x, near);
                    x = Pair.of(y, rounds);
                }
                default -> x = Pair.of(y, rounds);
            }
        }
        if (near.isEmpty()) {
            input = x;
        }
        return near;
    }

    private double spread(double variance) {
        return 0.3 * Math.sqrt(variance) * random.nextGaussian();
    }

    private Pair sum(Step step, Pair x) {
        DoubleNodes.Skip skip = (DoubleNodes.Skip) step.exact;
        return new Pair(
                skip.sum(kept.exact, x.exact),
                ((DoubleNodes.Skip) step.rounded).sum(kept.rounded, x.rounded),
                skip.sum(kept.error, x.error));
    }

    /**
     * Finds values near the points where the derivative is discontinuous or unbounded. A value that is zero in both
     * precisions is a sum of zeros, and exact.
     */
    private static void kinks(Activation f, Pair x, BitSet near) {
        for (int n = 0; n < x.exact.length; n++) {
            for (int l = 0; l < x.exact[n].length; l++) {
                for (int c = 0; c < x.exact[n][l].length; c++) {
                    double t = Math.abs(f.inner() * x.exact[n][l][c] - f.shift());
                    double margin = SmoothCase.SAFETY * Math.abs(f.inner()) * x.error[n][l][c];
                    boolean zero = x.exact[n][l][c] == 0 && x.rounded[n][l][c] == 0;
                    boolean bad = switch (f.form()) {
                        case RELU, EXPONENTIAL_RELU -> t <= margin && !zero;
                        case LOG -> t <= FROM_POLE;
                        case LOG_RELU -> Math.abs(t - 1) <= margin;
                        case LINEAR, CUBIC_RELU, EXPONENTIAL, SIGMOID, TANH, SOFTPLUS, ELU -> false;
                    };
                    if (bad) {
                        near.set(c);
                    }
                }
            }
        }
    }

    /**
     * Finds windows with a second value near the maximum. Windows of zeros do not count: they come from a rectifier,
     * which passes no gradient.
     */
    private static void ties(DoubleNodes.Pool pool, Pair x, BitSet near) {
        for (int n = 0; n < x.exact.length; n++) {
            for (int o = 0; o < pool.rows(); o++) {
                int from = Math.max(0, pool.first(o));
                int end = Math.min(x.exact[n].length, pool.first(o) + pool.size());
                for (int c = 0; c < x.exact[n][0].length; c++) {
                    int best = pool.best(n, o, c);
                    for (int l = from; l < end; l++) {
                        double gap = x.exact[n][best][c] - x.exact[n][l][c];
                        double margin = SmoothCase.SAFETY * (x.error[n][best][c] + x.error[n][l][c]);
                        if (l != best && gap <= margin && x.exact[n][best][c] != 0) {
                            near.set(c);
                        }
                    }
                }
            }
        }
    }
}
