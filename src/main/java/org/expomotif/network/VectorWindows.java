package org.expomotif.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Dropout, pooling and Adam of {@link VectorKernels}. */
final class VectorWindows {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTEGERS = VectorSpecies.of(int.class, SPECIES.vectorShape());
    private static final int LANES = SPECIES.length();

    private VectorWindows() {}

    static void drop(float[] x, int ix, int rows, int channels, int[] state, int threshold, float factor) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            IntVector draw = IntVector.fromArray(INTEGERS, state, j);
            for (int q = ix + j; q < ix + rows * channels; q += channels) {
                draw = draw.lanewise(VectorOperators.XOR, draw.lanewise(VectorOperators.LSHL, 13));
                draw = draw.lanewise(VectorOperators.XOR, draw.lanewise(VectorOperators.LSHR, 17));
                draw = draw.lanewise(VectorOperators.XOR, draw.lanewise(VectorOperators.LSHL, 5));
                FloatVector kept = FloatVector.fromArray(SPECIES, x, q).mul(factor);
                kept.blend(zero, draw.compare(VectorOperators.LT, threshold).cast(SPECIES))
                        .intoArray(x, q, mask);
            }
        }
    }

    static void pool(
            float[] x,
            int ix,
            int length,
            int channels,
            int size,
            int left,
            int rows,
            float[] y,
            int iy,
            int[] argument,
            int ia) {
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            VectorMask<Integer> integers = mask.cast(INTEGERS);
            for (int o = 0; o < rows; o++) {
                int first = Math.max(0, o * size - left);
                int end = Math.min(length, o * size - left + size);
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

    /** Writes the rows of the windows; other rows are zero already. */
    static void unpool(
            float[] g,
            int ig,
            int length,
            int channels,
            int size,
            int left,
            int rows,
            float[] dx,
            int ix,
            int[] argument,
            int ia) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            for (int o = 0; o < rows; o++) {
                int first = Math.max(0, o * size - left);
                int end = Math.min(length, o * size - left + size);
                FloatVector value = FloatVector.fromArray(SPECIES, g, ig + o * channels + j);
                IntVector row = IntVector.fromArray(INTEGERS, argument, ia + o * channels + j);
                for (int l = first; l < end; l++) {
                    VectorMask<Float> here = row.compare(VectorOperators.EQ, l).cast(SPECIES);
                    zero.blend(value, here).intoArray(dx, ix + l * channels + j, mask);
                }
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
