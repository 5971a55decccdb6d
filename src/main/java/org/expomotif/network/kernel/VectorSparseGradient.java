package org.expomotif.network.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Kernels#sparseGradient} with vectors. */
final class VectorSparseGradient {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorSparseGradient() {}

    static boolean sparseGradient(float[] g, int ig, SparseGradient layout, float[] y, int iy) {
        int count = layout.rows() * layout.channels();
        if ((long) SparseGradient.SPARSE * nonZeros(g, ig, count) > count) {
            return false;
        }
        Arrays.fill(y, iy + layout.first(), iy + layout.end(), 0f);
        for (int r = 0; r < layout.rows(); r++) {
            int from = layout.from(r);
            int to = layout.to(r);
            for (int o = 0; o < layout.channels(); o += LANES) {
                long left = nonZeroMask(g, ig + r * layout.channels() + o, Math.min(LANES, layout.channels() - o));
                while (left != 0) {
                    int filter = o + Long.numberOfTrailingZeros(left);
                    left &= left - 1;
                    float x = g[ig + r * layout.channels() + filter];
                    add(x, layout.filters(), filter * layout.terms(), y, iy + r * layout.step(), from, to);
                }
            }
        }
        return true;
    }

    /** A bit mask of the nonzero values. */
    private static long nonZeroMask(float[] g, int at, int count) {
        long bits = FloatVector.fromArray(SPECIES, g, at)
                .compare(VectorOperators.NE, 0f)
                .toLong();
        return count == LANES ? bits : bits & (1L << count) - 1;
    }

    private static int nonZeros(float[] g, int ig, int count) {
        int nonZeros = 0;
        for (int i = 0; i < count; i += LANES) {
            nonZeros += Long.bitCount(nonZeroMask(g, ig + i, Math.min(LANES, count - i)));
        }
        return nonZeros;
    }

    private static void add(float x, float[] b, int ib, float[] y, int iy, int from, int to) {
        FloatVector factor = FloatVector.broadcast(SPECIES, x);
        int j = from;
        for (; j + LANES <= to; j += LANES) {
            FloatVector sum =
                    factor.fma(FloatVector.fromArray(SPECIES, b, ib + j), FloatVector.fromArray(SPECIES, y, iy + j));
            sum.intoArray(y, iy + j);
        }
        if (j < to) {
            FloatVector sum =
                    factor.fma(FloatVector.fromArray(SPECIES, b, ib + j), FloatVector.fromArray(SPECIES, y, iy + j));
            sum.intoArray(y, iy + j, SPECIES.indexInRange(j, to));
        }
    }
}
