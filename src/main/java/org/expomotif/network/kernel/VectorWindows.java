package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link VectorKernels} for dropout, pooling and Adam. */
final class VectorWindows {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final VectorSpecies<Integer> INTEGERS = VectorSpecies.of(int.class, SPECIES.vectorShape());
    private static final int LANES = SPECIES.length();

    private VectorWindows() {}

    static void drop(float[] x, int ix, int rows, int channels, int[] state, int threshold, float factor) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            IntVector draw = IntVector.fromArray(INTEGERS, state, j);
            for (int l = 0, q = ix + j; l < rows; l++, q += channels) {
                draw = next(draw);
                FloatVector kept = FloatVector.fromArray(SPECIES, x, q).mul(factor);
                kept.blend(zero, draw.compare(VectorOperators.LT, threshold).cast(SPECIES))
                        .intoArray(x, q, mask);
            }
        }
    }

    private static IntVector next(IntVector draw) {
        IntVector d = draw.lanewise(VectorOperators.XOR, draw.lanewise(VectorOperators.LSHL, 13));
        d = d.lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.LSHR, 17));
        return d.lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.LSHL, 5));
    }

    static void pool(float[] x, int ix, PoolingWindows windows, float[] y, int iy, int[] argument, int ia) {
        int channels = windows.channels();
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            VectorMask<Integer> integers = mask.cast(INTEGERS);
            for (int o = 0; o < windows.rows(); o++) {
                int first = windows.first(o);
                int end = windows.end(o);
                FloatVector best = FloatVector.fromArray(SPECIES, x, ix + first * channels + j);
                IntVector row = IntVector.broadcast(INTEGERS, first);
                for (int l = first + 1; l < end; l++) {
                    FloatVector value = FloatVector.fromArray(SPECIES, x, ix + l * channels + j);
                    VectorMask<Float> larger = value.compare(VectorOperators.GT, best);
                    best = best.blend(value, larger);
                    row = row.blend(l, larger.cast(INTEGERS));
                }
                best.intoArray(y, iy + o * channels + j, mask);
                row.intoArray(argument, ia + o * channels + j, integers);
            }
        }
    }

    static void affineAndPool(
            float[] x, int ix, PoolingWindows windows, float[] scale, float[] shift, float[] y, int iy) {
        int channels = windows.channels();
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            FloatVector a = FloatVector.fromArray(SPECIES, scale, j);
            FloatVector b = FloatVector.fromArray(SPECIES, shift, j);
            for (int o = 0; o < windows.rows(); o++) {
                int first = windows.first(o);
                int end = windows.end(o);
                int q = ix + first * channels + j;
                FloatVector best = FloatVector.fromArray(SPECIES, x, q).fma(a, b);
                for (int l = first + 1; l < end; l++) {
                    q += channels;
                    FloatVector value = FloatVector.fromArray(SPECIES, x, q).fma(a, b);
                    best = best.blend(value, value.compare(VectorOperators.GT, best));
                }
                best.intoArray(y, iy + o * channels + j, mask);
            }
        }
    }

    /** Writes the rows of the windows; all other rows must be zero. */
    static void unpool(float[] g, int ig, PoolingWindows windows, float[] dx, int ix, int[] argument, int ia) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int channels = windows.channels();
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            for (int o = 0; o < windows.rows(); o++) {
                int end = windows.end(o);
                FloatVector value = FloatVector.fromArray(SPECIES, g, ig + o * channels + j);
                IntVector row = IntVector.fromArray(INTEGERS, argument, ia + o * channels + j);
                for (int l = windows.first(o); l < end; l++) {
                    VectorMask<Float> here = row.compare(VectorOperators.EQ, l).cast(SPECIES);
                    zero.blend(value, here).intoArray(dx, ix + l * channels + j, mask);
                }
            }
        }
    }

    static void dropAndPool(
            float[] x,
            int ix,
            float[] z,
            int iz,
            PoolingWindows windows,
            int[] state,
            int threshold,
            float factor,
            float[] y,
            float[] top,
            int iy,
            int it,
            int[] argument) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int channels = windows.channels();
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            VectorMask<Integer> integers = mask.cast(INTEGERS);
            IntVector draw = IntVector.fromArray(INTEGERS, state, j);
            for (int o = 0; o < windows.rows(); o++) {
                int first = windows.first(o);
                int end = windows.end(o);
                int q = first * channels + j;
                draw = next(draw);
                VectorMask<Integer> kept = draw.compare(VectorOperators.GE, threshold);
                FloatVector best =
                        zero.blend(FloatVector.fromArray(SPECIES, x, ix + q).mul(factor), kept.cast(SPECIES));
                FloatVector found = FloatVector.fromArray(SPECIES, z, iz + q);
                IntVector row = IntVector.broadcast(INTEGERS, -1).blend(first, kept);
                for (int l = first + 1; l < end; l++) {
                    q += channels;
                    draw = next(draw);
                    kept = draw.compare(VectorOperators.GE, threshold);
                    FloatVector value =
                            zero.blend(FloatVector.fromArray(SPECIES, x, ix + q).mul(factor), kept.cast(SPECIES));
                    VectorMask<Float> larger = value.compare(VectorOperators.GT, best);
                    best = best.blend(value, larger);
                    found = found.blend(FloatVector.fromArray(SPECIES, z, iz + q), larger);
                    VectorMask<Integer> here = larger.cast(INTEGERS);
                    row = row.blend(-1, here).blend(l, here.and(kept));
                }
                int to = o * channels + j;
                best.intoArray(y, iy + to, mask);
                found.intoArray(top, it + to, mask);
                row.intoArray(argument, it + to, integers);
            }
        }
    }

    static void keepPooled(float[] g, int ig, int[] argument, int ia, int count, float factor) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0; i < count; i += LANES) {
            VectorMask<Float> kept = IntVector.fromArray(INTEGERS, argument, ia + i)
                    .compare(VectorOperators.GE, 0)
                    .cast(SPECIES);
            FloatVector value = FloatVector.fromArray(SPECIES, g, ig + i).mul(factor);
            zero.blend(value, kept).intoArray(g, ig + i, SPECIES.indexInRange(i, count));
        }
    }

    static void combine(
            float[] g,
            int ig,
            int[] argument,
            int ia,
            PoolingWindows windows,
            float[] z,
            int iz,
            float[][] abc,
            float[] y,
            int iy) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int channels = windows.channels();
        int covered = Math.min(windows.length(), windows.end(windows.rows() - 1));
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            FloatVector a = FloatVector.fromArray(SPECIES, abc[0], j);
            FloatVector b = FloatVector.fromArray(SPECIES, abc[1], j);
            FloatVector c = FloatVector.fromArray(SPECIES, abc[2], j);
            for (int o = 0; o < windows.rows(); o++) {
                int end = windows.end(o);
                FloatVector value = FloatVector.fromArray(SPECIES, g, ig + o * channels + j);
                IntVector row = IntVector.fromArray(INTEGERS, argument, ia + o * channels + j);
                for (int l = windows.first(o), q = l * channels + j; l < end; l++, q += channels) {
                    VectorMask<Float> here = row.compare(VectorOperators.EQ, l).cast(SPECIES);
                    FloatVector rest = FloatVector.fromArray(SPECIES, z, iz + q).fma(b, c);
                    zero.blend(value, here).fma(a, rest).intoArray(y, iy + q, mask);
                }
            }
            for (int l = covered, q = l * channels + j; l < windows.length(); l++, q += channels) {
                FloatVector rest = FloatVector.fromArray(SPECIES, z, iz + q).fma(b, c);
                zero.fma(a, rest).intoArray(y, iy + q, mask);
            }
        }
    }

    static void adam(float[] w, float[] m, float[] v, float[][] gradients, int from, int to, float decay, float rate) {
        for (int i = from; i < to; i += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, to);
            FloatVector g = FloatVector.fromArray(SPECIES, gradients[0], i);
            for (int s = 1; s < gradients.length; s++) {
                g = g.add(FloatVector.fromArray(SPECIES, gradients[s], i));
            }
            FloatVector weight = FloatVector.fromArray(SPECIES, w, i, mask);
            g = weight.fma(FloatVector.broadcast(SPECIES, decay), g);
            FloatVector mean = FloatVector.fromArray(SPECIES, m, i, mask);
            mean = g.sub(mean).fma(FloatVector.broadcast(SPECIES, Adam.NEW_MEAN), mean);
            FloatVector square = FloatVector.fromArray(SPECIES, v, i, mask);
            square = g.fma(g, square.neg()).fma(FloatVector.broadcast(SPECIES, Adam.NEW_SQUARE), square);
            mean.intoArray(m, i, mask);
            square.intoArray(v, i, mask);
            weight.sub(mean.mul(rate).div(square.sqrt().add(Adam.EPSILON))).intoArray(w, i, mask);
        }
    }
}
