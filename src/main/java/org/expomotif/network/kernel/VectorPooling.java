package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link VectorKernels} for pooling. */
final class VectorPooling {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final VectorSpecies<Integer> INTEGERS = VectorWidth.INTEGERS;
    private static final int LANES = SPECIES.length();

    private VectorPooling() {}

    static void pool(PoolingWindows windows, Tensor x, Tensor y, int[] argument, int n, int from, int to) {
        int channels = x.channels;
        int ix = x.at(n);
        int iy = y.at(n);
        int ia = windows.at(n);
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            VectorMask<Integer> integers = mask.cast(INTEGERS);
            for (int o = from; o < to; o++) {
                int first = windows.first(o);
                int end = windows.end(o);
                FloatVector best = FloatVector.fromArray(SPECIES, x.data, ix + first * channels + j);
                IntVector row = IntVector.broadcast(INTEGERS, first);
                for (int l = first + 1; l < end; l++) {
                    FloatVector value = FloatVector.fromArray(SPECIES, x.data, ix + l * channels + j);
                    VectorMask<Float> larger = value.compare(VectorOperators.GT, best);
                    best = best.blend(value, larger);
                    row = row.blend(l, larger.cast(INTEGERS));
                }
                best.intoArray(y.data, iy + o * channels + j, mask);
                row.intoArray(argument, ia + o * channels + j, integers);
            }
        }
    }

    static void affineAndPool(PoolingWindows windows, float[] scale, float[] shift, Tensor x, Tensor y, int n) {
        int channels = x.channels;
        int ix = x.at(n);
        int iy = y.at(n);
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            FloatVector a = FloatVector.fromArray(SPECIES, scale, j);
            FloatVector b = FloatVector.fromArray(SPECIES, shift, j);
            for (int o = 0; o < windows.rows(); o++) {
                int first = windows.first(o);
                int end = windows.end(o);
                int q = ix + first * channels + j;
                FloatVector best = FloatVector.fromArray(SPECIES, x.data, q).fma(a, b);
                for (int l = first + 1; l < end; l++) {
                    q += channels;
                    FloatVector value =
                            FloatVector.fromArray(SPECIES, x.data, q).fma(a, b);
                    best = best.blend(value, value.compare(VectorOperators.GT, best));
                }
                best.intoArray(y.data, iy + o * channels + j, mask);
            }
        }
    }

    /** Writes the rows of the windows; all other rows must be zero. */
    static void unpool(PoolingWindows windows, Tensor g, Tensor dx, int[] argument, int n) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int channels = dx.channels;
        int ig = g.at(n);
        int ix = dx.at(n);
        int ia = windows.at(n);
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            for (int o = 0; o < windows.rows(); o++) {
                int end = windows.end(o);
                FloatVector value = FloatVector.fromArray(SPECIES, g.data, ig + o * channels + j);
                IntVector row = IntVector.fromArray(INTEGERS, argument, ia + o * channels + j);
                for (int l = windows.first(o); l < end; l++) {
                    VectorMask<Float> here = row.compare(VectorOperators.EQ, l).cast(SPECIES);
                    zero.blend(value, here).intoArray(dx.data, ix + l * channels + j, mask);
                }
            }
        }
    }

    /** {@link Kernels#combinePooled}. */
    static void combine(float[][] abc, PoolingWindows.Maxima maxima, Tensor g, Tensor z, Tensor y, int n) {
        PoolingWindows windows = maxima.windows();
        int[] argument = maxima.argument();
        FloatVector zero = FloatVector.zero(SPECIES);
        int channels = z.channels;
        int ig = g.at(n);
        int iz = z.at(n);
        int iy = y.at(n);
        int ia = windows.at(n);
        int covered = Math.min(windows.length(), windows.end(windows.rows() - 1));
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            FloatVector a = FloatVector.fromArray(SPECIES, abc[0], j);
            FloatVector b = FloatVector.fromArray(SPECIES, abc[1], j);
            FloatVector c = FloatVector.fromArray(SPECIES, abc[2], j);
            for (int o = 0; o < windows.rows(); o++) {
                int end = windows.end(o);
                FloatVector value = FloatVector.fromArray(SPECIES, g.data, ig + o * channels + j);
                IntVector row = IntVector.fromArray(INTEGERS, argument, ia + o * channels + j);
                for (int l = windows.first(o), q = l * channels + j; l < end; l++, q += channels) {
                    VectorMask<Float> here = row.compare(VectorOperators.EQ, l).cast(SPECIES);
                    FloatVector rest =
                            FloatVector.fromArray(SPECIES, z.data, iz + q).fma(b, c);
                    zero.blend(value, here).fma(a, rest).intoArray(y.data, iy + q, mask);
                }
            }
            for (int l = covered, q = l * channels + j; l < windows.length(); l++, q += channels) {
                FloatVector rest =
                        FloatVector.fromArray(SPECIES, z.data, iz + q).fma(b, c);
                zero.fma(a, rest).intoArray(y.data, iy + q, mask);
            }
        }
    }
}
