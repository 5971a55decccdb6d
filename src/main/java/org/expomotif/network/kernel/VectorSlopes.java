package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.expomotif.network.spec.Activation;

/** The loops of {@link Kernels#differentiate}, one per form for the reason given in {@link VectorActivations}. */
final class VectorSlopes {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorSlopes() {}

    /** Changes {@code count} values, a multiple of the number of lanes. */
    static void differentiate(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        switch (f.form()) {
            case LINEAR -> linear(f, g, ig, count);
            case RELU -> relu(f, x, ix, g, ig, count);
            case CUBIC_RELU -> cubicRelu(f, x, ix, g, ig, count);
            case EXPONENTIAL -> exponential(f, x, ix, g, ig, count);
            case SIGMOID -> sigmoid(f, x, ix, g, ig, count);
            case TANH -> tanh(f, x, ix, g, ig, count);
            case SOFTPLUS -> softplus(f, x, ix, g, ig, count);
            case ELU -> elu(f, x, ix, g, ig, count);
            case EXPONENTIAL_RELU -> exponentialRelu(f, x, ix, g, ig, count);
            case LOG -> log(f, x, ix, g, ig, count);
            case LOG_RELU -> logRelu(f, x, ix, g, ig, count);
        }
    }

    private static void linear(Activation f, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            times(VectorExponential.of(factor(f)), g, ig + i);
        }
    }

    private static void relu(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            times(VectorExponential.positive(VectorExponential.of(1f), t).mul(factor(f)), g, ig + i);
        }
    }

    private static void cubicRelu(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            times(VectorExponential.positive(t.mul(3f).mul(t), t).mul(factor(f)), g, ig + i);
        }
    }

    private static void exponential(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            times(VectorExponential.exp(t).mul(factor(f)), g, ig + i);
        }
    }

    private static void sigmoid(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            times(VectorExponential.bell(t).mul(factor(f)), g, ig + i);
        }
    }

    private static void tanh(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            times(VectorExponential.bell(t.add(t)).mul(4f).mul(factor(f)), g, ig + i);
        }
    }

    private static void softplus(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            times(VectorExponential.sigmoid(t).mul(factor(f)), g, ig + i);
        }
    }

    private static void elu(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            times(
                    VectorExponential.exp(t)
                            .blend(1f, t.compare(VectorOperators.GT, 0f))
                            .mul(factor(f)),
                    g,
                    ig + i);
        }
    }

    private static void exponentialRelu(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            times(VectorExponential.positive(VectorExponential.exp(t), t).mul(factor(f)), g, ig + i);
        }
    }

    private static void log(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            times(VectorExponential.inverse(t).mul(factor(f)), g, ig + i);
        }
    }

    private static void logRelu(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            times(VectorExponential.inverseAboveOne(t).mul(factor(f)), g, ig + i);
        }
    }

    private static float factor(Activation f) {
        return (float) (f.outer() * f.inner());
    }

    private static void times(FloatVector slope, float[] g, int i) {
        FloatVector.fromArray(SPECIES, g, i).mul(slope).intoArray(g, i);
    }
}
