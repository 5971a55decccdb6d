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

    static boolean sparseGradient(SparseGradient layout, Tensor g, Tensor y, int n) {
        int ig = g.at(n);
        if ((long) SparseGradient.SPARSE * nonZeros(g.data, ig, g.size()) > g.size()) {
            return false;
        }
        Arrays.fill(y.data, y.at(n), y.at(n) + y.size(), 0f);
        for (int r = 0; r < g.length; r++, ig += layout.channels()) {
            int from = layout.from(r);
            int count = layout.to(r) - from;
            int iy = y.at(n) - layout.first() + r * layout.step() + from;
            for (int o = 0; o < layout.channels(); o += LANES) {
                long left = nonZeroMask(g.data, ig + o, Math.min(LANES, layout.channels() - o));
                while (left != 0) {
                    int filter = o + Long.numberOfTrailingZeros(left);
                    left &= left - 1;
                    addProduct(
                            g.data[ig + filter], layout.filters(), filter * layout.terms() + from, y.data, iy, count);
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

    /** y += x b. */
    private static void addProduct(float x, float[] b, int ib, float[] y, int iy, int count) {
        FloatVector factor = FloatVector.broadcast(SPECIES, x);
        int j = 0;
        for (; j + LANES <= count; j += LANES) {
            factor.fma(FloatVector.fromArray(SPECIES, b, ib + j), FloatVector.fromArray(SPECIES, y, iy + j))
                    .intoArray(y, iy + j);
        }
        if (j < count) {
            factor.fma(FloatVector.fromArray(SPECIES, b, ib + j), FloatVector.fromArray(SPECIES, y, iy + j))
                    .intoArray(y, iy + j, SPECIES.indexInRange(j, count));
        }
    }
}
