package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.network.Evaluator;

/**
 * A network of one output whose answers are known by hand: logit = bias + w.x + curvature * (w.x)^2, of which the
 * gradient is (1 + 2 curvature w.x) w.
 */
final class KnownFunction implements Evaluator {
    final float[] weights;
    final double bias;
    final double curvature;
    /** Rows of every call. */
    final List<Integer> calls = new ArrayList<>();

    KnownFunction(float[] weights, double bias, double curvature) {
        this.weights = weights;
        this.bias = bias;
        this.curvature = curvature;
    }

    static KnownFunction linear(float... weights) {
        return new KnownFunction(weights, 0.25, 0);
    }

    /** Weights that look irregular but are the same everywhere: (7 i mod 11 - 5) / 20. */
    static KnownFunction curved(int length, double curvature) {
        float[] weights = new float[4 * length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (7 * i % 11 - 5) / 20f;
        }
        return new KnownFunction(weights, -0.5, curvature);
    }

    double dot(float[] input, int sample) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (double) weights[i] * input[sample * weights.length + i];
        }
        return sum;
    }

    double logit(float[] input, int sample) {
        double dot = dot(input, sample);
        return bias + dot + curvature * dot * dot;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    public int inputLength() {
        return weights.length / 4;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public float[] logits(float[] input, int n) {
        calls.add(n);
        float[] logits = new float[n];
        for (int i = 0; i < n; i++) {
            logits[i] = (float) logit(input, i);
        }
        return logits;
    }

    @Override
    public float[] probabilities(float[] input, int n) {
        calls.add(n);
        float[] probabilities = new float[n];
        for (int i = 0; i < n; i++) {
            probabilities[i] = (float) sigmoid(logit(input, i));
        }
        return probabilities;
    }

    @Override
    public float[] inputGradients(float[] input, int n, int output, Explained explained) {
        calls.add(n);
        float[] gradients = new float[n * weights.length];
        for (int s = 0; s < n; s++) {
            double p = sigmoid(logit(input, s));
            double outer = (1 + 2 * curvature * dot(input, s)) * (explained == Explained.LOGIT ? 1 : p * (1 - p));
            for (int i = 0; i < weights.length; i++) {
                gradients[s * weights.length + i] = (float) (outer * weights[i]);
            }
        }
        return gradients;
    }

    @Override
    public int filters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int firstLayerLength() {
        throw new UnsupportedOperationException();
    }

    @Override
    public float[] firstLayer(float[] input, int n) {
        throw new UnsupportedOperationException();
    }
}
