package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.expomotif.network.spec.Activation;

/** The loops of {@link Kernels#differentiate}, one per form, as in {@link VectorActivations}. */
final class VectorSlopes {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorSlopes() {}

    /** Processes whole vectors; returns the number of floats processed. */
    static int differentiate(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        float inner = (float) f.inner();
        float shift = (float) -f.shift();
        float factor = (float) (f.outer() * f.inner());
        int whole = SPECIES.loopBound(count);
        switch (f.form()) {
            case LINEAR -> linear(g, ig, whole, factor);
            case RELU -> relu(x, ix, g, ig, whole, inner, shift, factor);
            case CUBIC_RELU -> cubicRelu(x, ix, g, ig, whole, inner, shift, factor);
            case EXPONENTIAL -> exponential(x, ix, g, ig, whole, inner, shift, factor);
            case SIGMOID -> sigmoid(x, ix, g, ig, whole, inner, shift, factor);
            case TANH -> tanh(x, ix, g, ig, whole, inner, shift, factor);
            case SOFTPLUS -> softplus(x, ix, g, ig, whole, inner, shift, factor);
            case ELU -> elu(x, ix, g, ig, whole, inner, shift, factor);
            case EXPONENTIAL_RELU -> exponentialRelu(x, ix, g, ig, whole, inner, shift, factor);
            case LOG -> log(x, ix, g, ig, whole, inner, shift, factor);
            case LOG_RELU -> logRelu(x, ix, g, ig, whole, inner, shift, factor);
        }
        return whole;
    }

    private static void linear(float[] g, int ig, int whole, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            times(VectorExponential.of(factor), g, ig + i);
        }
    }

    private static void relu(float[] x, int ix, float[] g, int ig, int whole, float inner, float shift, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            times(VectorExponential.positive(VectorExponential.of(1f), t).mul(factor), g, ig + i);
        }
    }

    private static void cubicRelu(
            float[] x, int ix, float[] g, int ig, int whole, float inner, float shift, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            times(VectorExponential.positive(t.mul(3f).mul(t), t).mul(factor), g, ig + i);
        }
    }

    private static void exponential(
            float[] x, int ix, float[] g, int ig, int whole, float inner, float shift, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            times(VectorExponential.exp(t).mul(factor), g, ig + i);
        }
    }

    private static void sigmoid(
            float[] x, int ix, float[] g, int ig, int whole, float inner, float shift, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            times(VectorExponential.bell(t).mul(factor), g, ig + i);
        }
    }

    private static void tanh(float[] x, int ix, float[] g, int ig, int whole, float inner, float shift, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            times(VectorExponential.bell(t.add(t)).mul(4f).mul(factor), g, ig + i);
        }
    }

    private static void softplus(
            float[] x, int ix, float[] g, int ig, int whole, float inner, float shift, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            times(VectorExponential.sigmoid(t).mul(factor), g, ig + i);
        }
    }

    private static void elu(float[] x, int ix, float[] g, int ig, int whole, float inner, float shift, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            times(
                    VectorExponential.exp(t)
                            .blend(1f, t.compare(VectorOperators.GT, 0f))
                            .mul(factor),
                    g,
                    ig + i);
        }
    }

    private static void exponentialRelu(
            float[] x, int ix, float[] g, int ig, int whole, float inner, float shift, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            times(VectorExponential.positive(VectorExponential.exp(t), t).mul(factor), g, ig + i);
        }
    }

    private static void log(float[] x, int ix, float[] g, int ig, int whole, float inner, float shift, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            times(VectorExponential.inverse(t).mul(factor), g, ig + i);
        }
    }

    private static void logRelu(
            float[] x, int ix, float[] g, int ig, int whole, float inner, float shift, float factor) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            times(VectorExponential.inverseAboveOne(t).mul(factor), g, ig + i);
        }
    }

    private static FloatVector argument(float[] x, int i, float inner, float shift) {
        return FloatVector.fromArray(SPECIES, x, i)
                .fma(FloatVector.broadcast(SPECIES, inner), FloatVector.broadcast(SPECIES, shift));
    }

    private static void times(FloatVector slope, float[] g, int i) {
        FloatVector.fromArray(SPECIES, g, i).mul(slope).intoArray(g, i);
    }
}
