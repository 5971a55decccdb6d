package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.expomotif.network.spec.Activation;

/**
 * The loops of {@link Kernels#activate}, one per form. In a single loop for all forms, the vector would come from one
 * of several branches, and the JIT compiler would allocate it on the heap.
 */
final class VectorActivations {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorActivations() {}

    /** Processes whole vectors; returns the number of floats processed. */
    static int activate(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        float inner = (float) f.inner();
        float shift = (float) -f.shift();
        float outer = (float) f.outer();
        int whole = SPECIES.loopBound(count);
        switch (f.form()) {
            case LINEAR -> linear(x, ix, y, iy, whole, inner, shift, outer);
            case RELU -> relu(x, ix, y, iy, whole, inner, shift, outer);
            case CUBIC_RELU -> cubicRelu(x, ix, y, iy, whole, inner, shift, outer);
            case EXPONENTIAL -> exponential(x, ix, y, iy, whole, inner, shift, outer);
            case SIGMOID -> sigmoid(x, ix, y, iy, whole, inner, shift, outer);
            case TANH -> tanh(x, ix, y, iy, whole, inner, shift, outer);
            case SOFTPLUS -> softplus(x, ix, y, iy, whole, inner, shift, outer);
            case ELU -> elu(x, ix, y, iy, whole, inner, shift, outer);
            case EXPONENTIAL_RELU -> exponentialRelu(x, ix, y, iy, whole, inner, shift, outer);
            case LOG -> log(x, ix, y, iy, whole, inner, shift, outer);
            case LOG_RELU -> logRelu(x, ix, y, iy, whole, inner, shift, outer);
        }
        return whole;
    }

    private static void linear(float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            t.mul(outer).intoArray(y, iy + i);
        }
    }

    private static void relu(float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            t.max(0f).mul(outer).intoArray(y, iy + i);
        }
    }

    private static void cubicRelu(
            float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            VectorExponential.positive(t.mul(t).mul(t), t).mul(outer).intoArray(y, iy + i);
        }
    }

    private static void exponential(
            float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            VectorExponential.exp(t).mul(outer).intoArray(y, iy + i);
        }
    }

    private static void sigmoid(
            float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            VectorExponential.sigmoid(t).mul(outer).intoArray(y, iy + i);
        }
    }

    private static void tanh(float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            VectorExponential.tanh(t).mul(outer).intoArray(y, iy + i);
        }
    }

    private static void softplus(
            float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            VectorExponential.softplus(t).mul(outer).intoArray(y, iy + i);
        }
    }

    private static void elu(float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            VectorExponential.expm1(t)
                    .blend(t, t.compare(VectorOperators.GT, 0f))
                    .mul(outer)
                    .intoArray(y, iy + i);
        }
    }

    private static void exponentialRelu(
            float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            VectorExponential.positive(VectorExponential.expm1(t), t).mul(outer).intoArray(y, iy + i);
        }
    }

    private static void log(float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            VectorExponential.log(t.abs().add(PlainActivations.LOG_OFFSET))
                    .mul(outer)
                    .intoArray(y, iy + i);
        }
    }

    private static void logRelu(
            float[] x, int ix, float[] y, int iy, int whole, float inner, float shift, float outer) {
        for (int i = 0; i < whole; i += LANES) {
            FloatVector t = argument(x, ix + i, inner, shift);
            VectorExponential.log(t.abs().add(PlainActivations.LOG_OFFSET))
                    .max(0f)
                    .mul(outer)
                    .intoArray(y, iy + i);
        }
    }

    private static FloatVector argument(float[] x, int i, float inner, float shift) {
        return FloatVector.fromArray(SPECIES, x, i)
                .fma(FloatVector.broadcast(SPECIES, inner), FloatVector.broadcast(SPECIES, shift));
    }
}
