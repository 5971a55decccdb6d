package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link VectorKernels} for dropout, alone and with pooling. */
final class VectorDropout {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final VectorSpecies<Integer> INTEGERS = VectorWidth.INTEGERS;
    private static final int LANES = SPECIES.length();

    private VectorDropout() {}

    static void drop(DropoutMask mask, Tensor x, int n) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int channels = x.channels;
        float[] data = x.data;
        int threshold = mask.threshold();
        float factor = mask.factor();
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> written = SPECIES.indexInRange(j, channels);
            IntVector draw = IntVector.fromArray(INTEGERS, mask.state(), j);
            for (int l = 0, q = x.at(n) + j; l < x.length; l++, q += channels) {
                draw = next(draw);
                FloatVector kept = FloatVector.fromArray(SPECIES, data, q).mul(factor);
                kept.blend(zero, draw.compare(VectorOperators.LT, threshold).cast(SPECIES))
                        .intoArray(data, q, written);
            }
        }
    }

    /** {@link DropoutMask#next} in every lane. */
    private static IntVector next(IntVector draw) {
        IntVector d = draw.lanewise(VectorOperators.XOR, draw.lanewise(VectorOperators.LSHL, 13));
        d = d.lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.LSHR, 17));
        return d.lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.LSHL, 5));
    }

    static void dropAndPool(PoolingWindows.Maxima maxima, DropoutMask mask, Tensor x, Tensor z, Tensor y, int n) {
        PoolingWindows windows = maxima.windows();
        FloatVector zero = FloatVector.zero(SPECIES);
        int channels = x.channels;
        int threshold = mask.threshold();
        float factor = mask.factor();
        int ix = x.at(n);
        int iz = z.at(n);
        int iy = y.at(n);
        int it = maxima.z().at(n);
        int ia = windows.at(n);
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> written = SPECIES.indexInRange(j, channels);
            VectorMask<Integer> integers = written.cast(INTEGERS);
            IntVector draw = IntVector.fromArray(INTEGERS, mask.state(), j);
            for (int o = 0; o < windows.rows(); o++) {
                int first = windows.first(o);
                int end = windows.end(o);
                int q = first * channels + j;
                draw = next(draw);
                VectorMask<Integer> kept = draw.compare(VectorOperators.GE, threshold);
                FloatVector best = zero.blend(
                        FloatVector.fromArray(SPECIES, x.data, ix + q).mul(factor), kept.cast(SPECIES));
                FloatVector found = FloatVector.fromArray(SPECIES, z.data, iz + q);
                IntVector row = IntVector.broadcast(INTEGERS, -1).blend(first, kept);
                for (int l = first + 1; l < end; l++) {
                    q += channels;
                    draw = next(draw);
                    kept = draw.compare(VectorOperators.GE, threshold);
                    FloatVector value = zero.blend(
                            FloatVector.fromArray(SPECIES, x.data, ix + q).mul(factor), kept.cast(SPECIES));
                    VectorMask<Float> larger = value.compare(VectorOperators.GT, best);
                    best = best.blend(value, larger);
                    found = found.blend(FloatVector.fromArray(SPECIES, z.data, iz + q), larger);
                    VectorMask<Integer> here = larger.cast(INTEGERS);
                    row = row.blend(-1, here).blend(l, here.and(kept));
                }
                int to = o * channels + j;
                best.intoArray(y.data, iy + to, written);
                found.intoArray(maxima.z().data, it + to, written);
                row.intoArray(maxima.argument(), ia + to, integers);
            }
        }
    }

    static void keepPooled(Tensor g, int[] argument, int n, float factor) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int count = g.size();
        int ig = g.at(n);
        for (int i = 0; i < count; i += LANES) {
            VectorMask<Float> kept = IntVector.fromArray(INTEGERS, argument, n * count + i)
                    .compare(VectorOperators.GE, 0)
                    .cast(SPECIES);
            FloatVector value = FloatVector.fromArray(SPECIES, g.data, ig + i).mul(factor);
            zero.blend(value, kept).intoArray(g.data, ig + i, SPECIES.indexInRange(i, count));
        }
    }
}
