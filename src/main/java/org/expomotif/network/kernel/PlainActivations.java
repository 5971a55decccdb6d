package org.expomotif.network.kernel;

import org.expomotif.network.spec.Activation;

/**
 * The basic functions of {@link Activation} in single precision, elementwise. {@link VectorExponential} performs the
 * same operations on vectors.
 *
 * <p>exp: argument reduction to |r| <= ln 2 / 2 in two parts and a polynomial of degree 7 (the coefficients of Cephes'
 * expf). Its relative error is below 2e-7 between -87 and 88; arguments outside are clipped to this range. log: Cephes'
 * logf, relative error below 2e-7 (absolute 1e-7 near 1). tanh: Cephes' tanhf below 0.625, 1 - 2 / (exp(2t) + 1) above.
 * KernelsTest checks the bounds.
 */
final class PlainActivations {
    private PlainActivations() {}

    static void activate(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        float inner = (float) f.inner();
        float shift = (float) -f.shift();
        float outer = (float) f.outer();
        for (int i = 0; i < count; i++) {
            y[iy + i] = outer * value(f.form(), Math.fma(x[ix + i], inner, shift));
        }
    }

    static void differentiate(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        float inner = (float) f.inner();
        float shift = (float) -f.shift();
        float factor = (float) (f.outer() * f.inner());
        for (int i = 0; i < count; i++) {
            g[ig + i] *= factor * slope(f.form(), Math.fma(x[ix + i], inner, shift));
        }
    }

    static final float LOWEST = -87f;
    static final float HIGHEST = 88f;
    static final float LOG2_E = 1.44269504f;
    /** 1.5 * 2^23: adding it rounds to an integer, which is then in the lowest bits. */
    static final float ROUND = 12582912f;
    /** -ln 2 as the sum of a part with few bits and the remainder. */
    static final float LN2_HIGH = -0.693359375f;

    static final float LN2_LOW = 2.12194440e-4f;
    /** Coefficients of (exp(r) - 1 - r) / r^2, highest power first. */
    static final float EXP_0 = 1.9875691500e-4f;

    static final float EXP_1 = 1.3981999507e-3f;
    static final float EXP_2 = 8.3334519073e-3f;
    static final float EXP_3 = 4.1665795894e-2f;
    static final float EXP_4 = 1.6666665459e-1f;
    static final float EXP_5 = 0.5f;
    static final float[] LOG = {
        7.0376836292e-2f,
        -1.1514610310e-1f,
        1.1676998740e-1f,
        -1.2420140846e-1f,
        1.4249322787e-1f,
        -1.6668057665e-1f,
        2.0000714765e-1f,
        -2.4999993993e-1f,
        3.3333331174e-1f
    };
    static final float[] TANH = {
        -5.70498872745e-3f, 2.06390887954e-2f, -5.37397155531e-2f, 1.33314422036e-1f, -3.33332819422e-1f
    };
    static final float TANH_SWITCH = 0.625f;
    static final float SQRT_HALF = 0.707106781f;
    static final float LOG_OFFSET = 1e-10f;

    static float exp(float t) {
        float x = Math.max(LOWEST, Math.min(HIGHEST, t));
        float shifted = Math.fma(x, LOG2_E, ROUND);
        float whole = shifted - ROUND;
        float r = Math.fma(whole, LN2_LOW, Math.fma(whole, LN2_HIGH, x));
        float p = Math.fma(Math.fma(EXP_0, r, EXP_1), r, EXP_2);
        p = Math.fma(Math.fma(Math.fma(p, r, EXP_3), r, EXP_4), r, EXP_5);
        p = Math.fma(p, r * r, r) + 1f;
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(shifted) << 23));
    }

    private static float polynomial(float[] coefficients, float x) {
        float p = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            p = Math.fma(p, x, coefficients[i]);
        }
        return p;
    }

    /** ln x for a positive normal x. */
    static float log(float x) {
        // x = m 2^e with m between sqrt(1/2) and sqrt(2)
        int e = (Float.floatToRawIntBits(x) - Float.floatToRawIntBits(SQRT_HALF)) >> 23;
        float m = Float.intBitsToFloat(Float.floatToRawIntBits(x) - (e << 23)) - 1f;
        float square = m * m;
        float y = polynomial(LOG, m) * m * square;
        y = Math.fma((float) e, LN2_LOW * -1f, y);
        y = Math.fma(square, -0.5f, y);
        return Math.fma((float) e, LN2_HIGH * -1f, m + y);
    }

    static float tanh(float t) {
        float size = Math.abs(t);
        float square = t * t;
        float small = Math.fma(polynomial(TANH, square) * square, t, t);
        float large = 1f - 2f / (exp(size + size) + 1f);
        return size < TANH_SWITCH ? small : (t < 0 ? -large : large);
    }

    static float sigmoid(float t) {
        return 1f / (1f + exp(-t));
    }

    /** exp(t) - 1, by tanh below 1: 2 h / (1 - h) with h = tanh(t / 2). */
    static float expm1(float t) {
        float h = tanh(t * 0.5f);
        float small = (h + h) / (1f - h);
        return Math.abs(t) < 1f ? small : exp(t) - 1f;
    }

    /**
     * ln(1 + exp(t)), which equals max(t, 0) + ln(1 + e) with e = exp(-|t|). With u = 1 + e as rounded, ln(1 + e) is
     * ln(u) e / (u - 1), which is accurate for small e too.
     */
    static float softplus(float t) {
        float e = exp(-Math.abs(t));
        float u = 1f + e;
        float rest = u == 1f ? e : log(u) * (e / (u - 1f));
        return Math.max(t, 0f) + rest;
    }

    /** s(t) (1 - s(t)) as e / (1 + e)^2 with e = exp(-|t|). */
    static float bell(float t) {
        float e = exp(-Math.abs(t));
        float u = 1f + e;
        return e / (u * u);
    }

    static float value(Activation.Form form, float t) {
        return switch (form) {
            case LINEAR -> t;
            case RELU -> Math.max(t, 0f);
            case CUBIC_RELU -> t > 0 ? t * t * t : 0f;
            case EXPONENTIAL -> exp(t);
            case SIGMOID -> sigmoid(t);
            case TANH -> tanh(t);
            case SOFTPLUS -> softplus(t);
            case ELU -> t > 0 ? t : expm1(t);
            case EXPONENTIAL_RELU -> t > 0 ? expm1(t) : 0f;
            case LOG -> log(Math.abs(t) + LOG_OFFSET);
            case LOG_RELU -> Math.max(log(Math.abs(t) + LOG_OFFSET), 0f);
        };
    }

    static float slope(Activation.Form form, float t) {
        return switch (form) {
            case LINEAR -> 1f;
            case RELU -> t > 0 ? 1f : 0f;
            case CUBIC_RELU -> t > 0 ? t * 3f * t : 0f;
            case EXPONENTIAL -> exp(t);
            case SIGMOID -> bell(t);
            case TANH -> 4f * bell(t + t);
            case SOFTPLUS -> sigmoid(t);
            case ELU -> t > 0 ? 1f : exp(t);
            case EXPONENTIAL_RELU -> t > 0 ? exp(t) : 0f;
            case LOG -> inverse(t);
            case LOG_RELU -> Math.abs(t) + LOG_OFFSET > 1f ? inverse(t) : 0f;
        };
    }

    private static float inverse(float t) {
        float one = t > 0 ? 1f : t < 0 ? -1f : 0f;
        return one / (Math.abs(t) + LOG_OFFSET);
    }
}
