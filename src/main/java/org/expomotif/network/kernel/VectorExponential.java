package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.expomotif.network.spec.Activation;

/** {@link PlainActivations} on vectors: the same operations in the same order, with the same bits. */
final class VectorExponential {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;

    private VectorExponential() {}

    static FloatVector of(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /** The argument {@code inner * x - shift} of a function's form, for the values of x from index i on. */
    static FloatVector argument(Activation f, float[] x, int i) {
        return FloatVector.fromArray(SPECIES, x, i).fma(of((float) f.inner()), of((float) -f.shift()));
    }

    /** {@code y} where {@code t} is above 0, else 0. */
    static FloatVector positive(FloatVector y, FloatVector t) {
        return of(0f).blend(y, t.compare(VectorOperators.GT, 0f));
    }

    static FloatVector polynomial(float[] coefficients, FloatVector x) {
        FloatVector p = of(coefficients[0]);
        for (int i = 1; i < coefficients.length; i++) {
            p = p.fma(x, of(coefficients[i]));
        }
        return p;
    }

    static FloatVector exp(FloatVector t) {
        FloatVector x = t.min(PlainActivations.HIGHEST).max(PlainActivations.LOWEST);
        FloatVector shifted = x.fma(of(PlainActivations.LOG2_E), of(PlainActivations.ROUND));
        FloatVector whole = shifted.sub(PlainActivations.ROUND);
        FloatVector r = whole.fma(of(PlainActivations.LN2_HIGH), x);
        r = whole.fma(of(PlainActivations.LN2_LOW), r);
        FloatVector p = of(PlainActivations.EXP_0)
                .fma(r, of(PlainActivations.EXP_1))
                .fma(r, of(PlainActivations.EXP_2))
                .fma(r, of(PlainActivations.EXP_3))
                .fma(r, of(PlainActivations.EXP_4))
                .fma(r, of(PlainActivations.EXP_5));
        p = p.fma(r.mul(r), r).add(1f);
        IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        return p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
    }

    static FloatVector log(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector e =
                bits.sub(Float.floatToRawIntBits(PlainActivations.SQRT_HALF)).lanewise(VectorOperators.ASHR, 23);
        FloatVector m = bits.sub(e.lanewise(VectorOperators.LSHL, 23))
                .reinterpretAsFloats()
                .sub(1f);
        FloatVector exponent = (FloatVector) e.convert(VectorOperators.I2F, 0);
        FloatVector square = m.mul(m);
        FloatVector y = polynomial(PlainActivations.LOG, m).mul(m).mul(square);
        y = exponent.fma(of(-PlainActivations.LN2_LOW), y);
        y = square.fma(of(-0.5f), y);
        return exponent.fma(of(-PlainActivations.LN2_HIGH), m.add(y));
    }

    static FloatVector tanh(FloatVector t) {
        FloatVector size = t.abs();
        FloatVector square = t.mul(t);
        FloatVector small =
                polynomial(PlainActivations.TANH, square).mul(square).fma(t, t);
        FloatVector large = of(1f).sub(of(2f).div(exp(size.add(size)).add(1f)));
        VectorMask<Float> negative = t.compare(VectorOperators.LT, 0f);
        return large.blend(large.neg(), negative)
                .blend(small, size.compare(VectorOperators.LT, PlainActivations.TANH_SWITCH));
    }

    static FloatVector sigmoid(FloatVector t) {
        return of(1f).div(exp(t.neg()).add(1f));
    }

    static FloatVector expm1(FloatVector t) {
        FloatVector h = tanh(t.mul(0.5f));
        FloatVector small = h.add(h).div(of(1f).sub(h));
        return exp(t).sub(1f).blend(small, t.abs().compare(VectorOperators.LT, 1f));
    }

    static FloatVector softplus(FloatVector t) {
        FloatVector e = exp(t.abs().neg());
        FloatVector u = e.add(1f);
        FloatVector rest = log(u).mul(e.div(u.sub(1f)));
        rest = rest.blend(e, u.compare(VectorOperators.EQ, 1f));
        return t.max(0f).add(rest);
    }

    static FloatVector bell(FloatVector t) {
        FloatVector e = exp(t.abs().neg());
        FloatVector u = e.add(1f);
        return e.div(u.mul(u));
    }

    /** Slope of ln(max(1, |t| + offset)). */
    static FloatVector inverseAboveOne(FloatVector t) {
        FloatVector size = t.abs().add(PlainActivations.LOG_OFFSET);
        return of(0f).blend(inverse(t), size.compare(VectorOperators.GT, 1f));
    }

    static FloatVector inverse(FloatVector t) {
        FloatVector one =
                of(0f).blend(1f, t.compare(VectorOperators.GT, 0f)).blend(-1f, t.compare(VectorOperators.LT, 0f));
        return one.div(t.abs().add(PlainActivations.LOG_OFFSET));
    }
}
