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

    /** Computes {@code count} values, a multiple of the number of lanes. */
    static void activate(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        switch (f.form()) {
            case LINEAR -> linear(f, x, ix, y, iy, count);
            case RELU -> relu(f, x, ix, y, iy, count);
            case CUBIC_RELU -> cubicRelu(f, x, ix, y, iy, count);
            case EXPONENTIAL -> exponential(f, x, ix, y, iy, count);
            case SIGMOID -> sigmoid(f, x, ix, y, iy, count);
            case TANH -> tanh(f, x, ix, y, iy, count);
            case SOFTPLUS -> softplus(f, x, ix, y, iy, count);
            case ELU -> elu(f, x, ix, y, iy, count);
            case EXPONENTIAL_RELU -> exponentialRelu(f, x, ix, y, iy, count);
            case LOG -> log(f, x, ix, y, iy, count);
            case LOG_RELU -> logRelu(f, x, ix, y, iy, count);
        }
    }

    private static void linear(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            t.mul((float) f.outer()).intoArray(y, iy + i);
        }
    }

    private static void relu(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            t.max(0f).mul((float) f.outer()).intoArray(y, iy + i);
        }
    }

    private static void cubicRelu(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            VectorExponential.positive(t.mul(t).mul(t), t)
                    .mul((float) f.outer())
                    .intoArray(y, iy + i);
        }
    }

    private static void exponential(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            VectorExponential.exp(t).mul((float) f.outer()).intoArray(y, iy + i);
        }
    }

    private static void sigmoid(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            VectorExponential.sigmoid(t).mul((float) f.outer()).intoArray(y, iy + i);
        }
    }

    private static void tanh(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            VectorExponential.tanh(t).mul((float) f.outer()).intoArray(y, iy + i);
        }
    }

    private static void softplus(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            VectorExponential.softplus(t).mul((float) f.outer()).intoArray(y, iy + i);
        }
    }

    private static void elu(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            VectorExponential.expm1(t)
                    .blend(t, t.compare(VectorOperators.GT, 0f))
                    .mul((float) f.outer())
                    .intoArray(y, iy + i);
        }
    }

    private static void exponentialRelu(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            VectorExponential.positive(VectorExponential.expm1(t), t)
                    .mul((float) f.outer())
                    .intoArray(y, iy + i);
        }
    }

    private static void log(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            VectorExponential.log(t.abs().add(PlainActivations.LOG_OFFSET))
                    .mul((float) f.outer())
                    .intoArray(y, iy + i);
        }
    }

    private static void logRelu(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = VectorExponential.argument(f, x, ix + i);
            VectorExponential.log(t.abs().add(PlainActivations.LOG_OFFSET))
                    .max(0f)
                    .mul((float) f.outer())
                    .intoArray(y, iy + i);
        }
    }
}
