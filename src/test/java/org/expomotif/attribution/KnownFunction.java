package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;
import org.expomotif.network.Evaluator;
import org.expomotif.network.InputGradients;
import org.expomotif.network.Multipliers;
import org.expomotif.network.OutputScale;

/**
 * A network of one output with results that can be derived by hand: logit = bias + w.x + curvature * (w.x)^2, with the
 * gradient (1 + 2 curvature w.x) w.
 */
final class KnownFunction implements Evaluator {
    final float[] weights;
    final double bias;
    final double curvature;
    /** The number of rows of every call. */
    final List<Integer> calls = new ArrayList<>();

    KnownFunction(float[] weights, double bias, double curvature) {
        this.weights = weights;
        this.bias = bias;
        this.curvature = curvature;
    }

    static KnownFunction linear(float... weights) {
        return new KnownFunction(weights, 0.25, 0);
    }

    /** Irregular but deterministic weights: (7 i mod 11 - 5) / 20. */
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
    public InputGradients inputGradients(float[] input, int n, int output, OutputScale scale) {
        calls.add(n);
        float[] outputs = new float[n];
        float[] gradients = new float[n * weights.length];
        for (int s = 0; s < n; s++) {
            double p = sigmoid(logit(input, s));
            outputs[s] = (float) (scale == OutputScale.LOGIT ? logit(input, s) : p);
            double outer = (1 + 2 * curvature * dot(input, s)) * (scale == OutputScale.LOGIT ? 1 : p * (1 - p));
            for (int i = 0; i < weights.length; i++) {
                gradients[s * weights.length + i] = (float) (outer * weights[i]);
            }
        }
        return new InputGradients(gradients, outputs);
    }

    /** Exact for the logit: its difference is (1 + curvature (w.x + w.r)) w.(x - r). */
    @Override
    public Multipliers multipliers(float[] input, int n, float[] references, int count, int output, OutputScale scale) {
        calls.add(n * count);
        float[] values = new float[n * count * weights.length];
        float[] outputs = scale == OutputScale.LOGIT ? logits(input, n) : probabilities(input, n);
        float[] others =
                scale == OutputScale.LOGIT ? logits(references, n * count) : probabilities(references, n * count);
        for (int r = 0; r < n * count; r++) {
            double sum = dot(input, r / count) + dot(references, r);
            double slope = 1 + curvature * sum;
            if (scale == OutputScale.PROBABILITY) {
                double rise = logit(input, r / count) - logit(references, r);
                slope *= rise == 0 ? 0 : (outputs[r / count] - others[r]) / rise;
            }
            for (int i = 0; i < weights.length; i++) {
                values[r * weights.length + i] = (float) (slope * weights[i]);
            }
        }
        return new Multipliers(values, outputs, others);
    }

    /** One call per mutant. */
    @Override
    public float[] mutants(byte[] codes, int output, OutputScale scale) {
        float[] input = OneHot.of(codes);
        float[] outputs = new float[input.length];
        for (int i = 0; i < outputs.length; i++) {
            float[] mutant = input.clone();
            int first = i / 4 * 4;
            for (int c = first; c < first + 4 && codes[i / 4] != Nucleotide.UNKNOWN; c++) {
                mutant[c] = c == i ? 1f : 0f;
            }
            outputs[i] = scale == OutputScale.LOGIT ? logits(mutant, 1)[0] : probabilities(mutant, 1)[0];
        }
        return outputs;
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
