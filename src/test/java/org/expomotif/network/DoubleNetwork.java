package org.expomotif.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;

/**
 * A second implementation of the network, in double precision and with plain loops. It is written from the definitions
 * and shares no code with the layers. Finite differences verify it, and the engine is compared with it. No dropout.
 */
final class DoubleNetwork {
    /** One layer: tensors are [sample][position][channel]. */
    interface Node {
        double[][][] forward(double[][][] x, boolean training);

        double[][][] backward(double[][][] dy);

        /**
         * DeepLIFT, after a forward pass of a sample and its reference in evaluation mode; dy holds the multipliers of
         * the reference.
         */
        default double[][][] rescale(double[][][] dy) {
            return backward(dy);
        }
    }

    final Map<String, double[]> weights = new LinkedHashMap<>();
    final Map<String, double[]> gradients = new LinkedHashMap<>();
    final List<Node> nodes = new ArrayList<>();
    private final Rounding rounding;
    private long draws;
    private final int outputs;

    /** The rounding of the result of every operation; sums add terms one by one. */
    enum Rounding {
        /** None: double precision. */
        NONE,
        /** Single precision, to the nearest number. */
        NEAREST,
        /**
         * Single precision, randomly up or down, with a higher probability for the nearer value, so that no two
         * evaluations have the same errors.
         */
        RANDOM
    }

    DoubleNetwork(Network network) {
        this(network, Rounding.NONE, 0);
    }

    DoubleNetwork(Network network, Rounding rounding, long seed) {
        this.rounding = rounding;
        draws = seed;
        network.parameters().forEach((name, p) -> {
            double[] values = new double[p.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = p.values()[i];
            }
            weights.put(name, values);
            gradients.put(name, new double[values.length]);
        });
        NetworkSpec spec = network.spec();
        outputs = spec.outputs();
        int convolutions = 0;
        int residuals = 0;
        int denses = 0;
        for (LayerSpec layer : spec.layers()) {
            switch (layer) {
                case LayerSpec.Convolution c -> {
                    String name = "conv" + ++convolutions;
                    nodes.add(
                            new DoubleProducts.Convolve(this, name, c.width(), c.padding() == LayerSpec.Padding.SAME));
                    normalize(c.batchNorm(), name);
                    nodes.add(new DoubleNodes.Activate(this, c.activation()));
                }
                case LayerSpec.Residual r -> residual(r, "residual" + ++residuals);
                case LayerSpec.MaxPool p ->
                    nodes.add(new DoubleNodes.Pool(p.size(), p.padding() == LayerSpec.Padding.SAME));
                case LayerSpec.Dense d -> {
                    String name = "dense" + ++denses;
                    nodes.add(new DoubleProducts.Multiply(this, name));
                    normalize(d.batchNorm(), name);
                    nodes.add(new DoubleNodes.Activate(this, d.activation()));
                }
            }
        }
        nodes.add(new DoubleProducts.Multiply(this, "output"));
        nodes.add(new DoubleNodes.Shift(this, "output"));
    }

    double round(double value) {
        return switch (rounding) {
            case NONE -> value;
            case NEAREST -> (float) value;
            case RANDOM -> {
                draws = draws * 6364136223846793005L + 1442695040888963407L;
                double shift = (draws >>> 11) * 0x1p-53 - 0.5;
                yield (float) (value + shift * Math.ulp((float) value));
            }
        };
    }

    /** Adds {@code factor} times part of an array to all values of a row; each sum is rounded. */
    void add(double factor, double[] from, int start, double[] row) {
        if (rounding == Rounding.NONE) {
            // The same without a call per value: finite differences spend most of their time here.
            for (int o = 0; o < row.length; o++) {
                row[o] += factor * from[start + o];
            }
            return;
        }
        for (int o = 0; o < row.length; o++) {
            row[o] = round(row[o] + factor * from[start + o]);
        }
    }

    private void normalize(boolean batchNorm, String name) {
        nodes.add(batchNorm ? batchNorm(name + "_bn") : new DoubleNodes.Shift(this, name));
    }

    private Node batchNorm(String name) {
        return rounding != Rounding.NONE ? new FusedNormalize(this, name) : new DoubleNodes.Normalize(this, name);
    }

    private void residual(LayerSpec.Residual r, String name) {
        Activation relu = Activation.named("relu");
        List<Node> inner = new ArrayList<>();
        for (int half = 1; half <= 2; half++) {
            String convolution = name + "_conv" + half;
            inner.add(new DoubleProducts.Convolve(this, convolution, r.width(), true));
            if (!r.batchNorm()) {
                inner.add(new DoubleNodes.Shift(this, convolution));
            }
            inner.add(new DoubleNodes.Activate(this, relu));
            if (r.batchNorm()) {
                inner.add(batchNorm(convolution + "_bn"));
            }
            if (half == 1) {
                inner.add(new DoubleNodes.Activate(this, relu));
            }
        }
        nodes.add(new DoubleNodes.Skip(this, inner));
        nodes.add(new DoubleNodes.Activate(this, relu));
    }

    /** Logits, {@code n x outputs}. */
    double[][] logits(double[][][] x, boolean training) {
        double[][][] y = x;
        for (Node node : nodes) {
            y = node.forward(y, training);
        }
        double[][] logits = new double[y.length][];
        for (int n = 0; n < y.length; n++) {
            logits[n] = y[n][0];
        }
        return logits;
    }

    /** Gradient of the input for given gradients of the logits, after {@link #logits}; fills {@link #gradients}. */
    double[][][] backward(double[][] dlogits) {
        gradients.values().forEach(g -> java.util.Arrays.fill(g, 0));
        double[][][] dy = new double[dlogits.length][1][];
        for (int n = 0; n < dlogits.length; n++) {
            dy[n][0] = dlogits[n];
        }
        for (Node node : nodes.reversed()) {
            dy = node.backward(dy);
        }
        return dy;
    }

    /** Multipliers of one logit, for a sample against a reference. */
    double[][] multipliers(double[][] sample, double[][] reference, int output) {
        logits(new double[][][] {sample, reference}, false);
        double[][][] dy = new double[2][1][outputs];
        dy[1][0][output] = 1;
        for (Node node : nodes.reversed()) {
            dy = node.rescale(dy);
        }
        return dy[1];
    }

    /** Mean binary cross-entropy over the labels that are not NaN. */
    double loss(double[][][] x, float[] labels, boolean training) {
        double[][] logits = logits(x, training);
        double sum = 0;
        int present = 0;
        for (int n = 0; n < x.length; n++) {
            for (int o = 0; o < outputs; o++) {
                double y = labels[n * outputs + o];
                if (!Double.isNaN(y)) {
                    double x1 = logits[n][o];
                    sum += Math.max(x1, 0) - x1 * y + Math.log1p(Math.exp(-Math.abs(x1)));
                    present++;
                }
            }
        }
        return present == 0 ? 0 : sum / present;
    }

    /** Gradient of {@link #loss}. */
    double[][][] lossGradient(double[][][] x, float[] labels, boolean training) {
        double[][] logits = logits(x, training);
        int present = 0;
        for (int i = 0; i < x.length * outputs; i++) {
            present += Float.isNaN(labels[i]) ? 0 : 1;
        }
        double[][] d = new double[x.length][outputs];
        for (int n = 0; n < x.length; n++) {
            for (int o = 0; o < outputs; o++) {
                double y = labels[n * outputs + o];
                double p = round(1 / (1 + Math.exp(-logits[n][o])));
                d[n][o] = Double.isNaN(y) ? 0 : round((p - y) / present);
            }
        }
        return backward(d);
    }
}
