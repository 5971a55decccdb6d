package org.expomotif.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link PlainCurves} on vectors: the same operations in the same order, so the same bits. */
final class VectorCurves {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorCurves() {}

    static void activate(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        FloatVector inner = of((float) f.inner());
        FloatVector shift = of((float) -f.shift());
        float outer = (float) f.outer();
        Activation.Form form = f.form();
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = FloatVector.fromArray(SPECIES, x, ix + i).fma(inner, shift);
            value(form, t).mul(outer).intoArray(y, iy + i, SPECIES.indexInRange(i, count));
        }
    }

    static void differentiate(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        FloatVector inner = of((float) f.inner());
        FloatVector shift = of((float) -f.shift());
        float factor = (float) (f.outer() * f.inner());
        Activation.Form form = f.form();
        for (int i = 0; i < count; i += LANES) {
            FloatVector t = FloatVector.fromArray(SPECIES, x, ix + i).fma(inner, shift);
            FloatVector slope = slope(form, t).mul(factor);
            FloatVector.fromArray(SPECIES, g, ig + i).mul(slope).intoArray(g, ig + i, SPECIES.indexInRange(i, count));
        }
    }

    private static FloatVector of(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    private static FloatVector value(Activation.Form form, FloatVector t) {
        return switch (form) {
            case LINEAR -> t;
            case RELU -> t.max(0f);
            case CUBIC_RELU -> positive(t.mul(t).mul(t), t);
            case EXPONENTIAL -> exp(t);
            case SIGMOID -> sigmoid(t);
            case TANH -> tanh(t);
            case SOFTPLUS -> softplus(t);
            case ELU -> expm1(t).blend(t, t.compare(VectorOperators.GT, 0f));
            case EXPONENTIAL_RELU -> positive(expm1(t), t);
            case LOG -> log(t.abs().add(PlainCurves.LOG_OFFSET));
            case LOG_RELU -> log(t.abs().add(PlainCurves.LOG_OFFSET)).max(0f);
        };
    }

    private static FloatVector slope(Activation.Form form, FloatVector t) {
        return switch (form) {
            case LINEAR -> of(1f);
            case RELU -> positive(of(1f), t);
            case CUBIC_RELU -> positive(t.mul(3f).mul(t), t);
            case EXPONENTIAL -> exp(t);
            case SIGMOID -> bell(t);
            case TANH -> bell(t.add(t)).mul(4f);
            case SOFTPLUS -> sigmoid(t);
            case ELU -> exp(t).blend(1f, t.compare(VectorOperators.GT, 0f));
            case EXPONENTIAL_RELU -> positive(exp(t), t);
            case LOG -> inverse(t);
            case LOG_RELU -> {
                FloatVector size = t.abs().add(PlainCurves.LOG_OFFSET);
                yield of(0f).blend(inverse(t), size.compare(VectorOperators.GT, 1f));
            }
        };
    }

    /** {@code y} where t is above 0, else 0. */
    private static FloatVector positive(FloatVector y, FloatVector t) {
        return of(0f).blend(y, t.compare(VectorOperators.GT, 0f));
    }

    private static FloatVector polynomial(float[] coefficients, FloatVector x) {
        FloatVector p = of(coefficients[0]);
        for (int i = 1; i < coefficients.length; i++) {
            p = p.fma(x, of(coefficients[i]));
        }
        return p;
    }

    private static FloatVector exp(FloatVector t) {
        FloatVector x = t.min(PlainCurves.HIGHEST).max(PlainCurves.LOWEST);
        FloatVector shifted = x.fma(of(PlainCurves.LOG2_E), of(PlainCurves.ROUND));
        FloatVector whole = shifted.sub(PlainCurves.ROUND);
        FloatVector r = whole.fma(of(PlainCurves.LN2_HIGH), x);
        r = whole.fma(of(PlainCurves.LN2_LOW), r);
        FloatVector p = of(PlainCurves.EXP_0)
                .fma(r, of(PlainCurves.EXP_1))
                .fma(r, of(PlainCurves.EXP_2))
                .fma(r, of(PlainCurves.EXP_3))
                .fma(r, of(PlainCurves.EXP_4))
                .fma(r, of(PlainCurves.EXP_5));
        p = p.fma(r.mul(r), r).add(1f);
        IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        return p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
    }

    private static FloatVector log(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector e = bits.sub(Float.floatToRawIntBits(PlainCurves.SQRT_HALF)).lanewise(VectorOperators.ASHR, 23);
        FloatVector m = bits.sub(e.lanewise(VectorOperators.LSHL, 23))
                .reinterpretAsFloats()
                .sub(1f);
        FloatVector exponent = (FloatVector) e.convert(VectorOperators.I2F, 0);
        FloatVector square = m.mul(m);
        FloatVector y = polynomial(PlainCurves.LOG, m).mul(m).mul(square);
        y = exponent.fma(of(-PlainCurves.LN2_LOW), y);
        y = square.fma(of(-0.5f), y);
        return exponent.fma(of(-PlainCurves.LN2_HIGH), m.add(y));
    }

    private static FloatVector tanh(FloatVector t) {
        FloatVector size = t.abs();
        FloatVector square = t.mul(t);
        FloatVector small = polynomial(PlainCurves.TANH, square).mul(square).fma(t, t);
        FloatVector large = of(1f).sub(of(2f).div(exp(size.add(size)).add(1f)));
        VectorMask<Float> negative = t.compare(VectorOperators.LT, 0f);
        return large.blend(large.neg(), negative)
                .blend(small, size.compare(VectorOperators.LT, PlainCurves.TANH_SWITCH));
    }

    private static FloatVector sigmoid(FloatVector t) {
        return of(1f).div(exp(t.neg()).add(1f));
    }

    private static FloatVector expm1(FloatVector t) {
        FloatVector h = tanh(t.mul(0.5f));
        FloatVector small = h.add(h).div(of(1f).sub(h));
        return exp(t).sub(1f).blend(small, t.abs().compare(VectorOperators.LT, 1f));
    }

    private static FloatVector softplus(FloatVector t) {
        FloatVector e = exp(t.abs().neg());
        FloatVector u = e.add(1f);
        FloatVector rest = log(u).mul(e.div(u.sub(1f)));
        rest = rest.blend(e, u.compare(VectorOperators.EQ, 1f));
        return t.max(0f).add(rest);
    }

    private static FloatVector bell(FloatVector t) {
        FloatVector e = exp(t.abs().neg());
        FloatVector u = e.add(1f);
        return e.div(u.mul(u));
    }

    private static FloatVector inverse(FloatVector t) {
        FloatVector one =
                of(0f).blend(1f, t.compare(VectorOperators.GT, 0f)).blend(-1f, t.compare(VectorOperators.LT, 0f));
        return one.div(t.abs().add(PlainCurves.LOG_OFFSET));
    }
}
