package org.expomotif.network;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Kernels#spread} with vectors. */
final class VectorSpread {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorSpread() {}

    static boolean spread(float[] g, int ig, Spread by, float[] y, int iy) {
        int count = by.rows() * by.channels();
        if ((long) Spread.SPARSE * numbers(g, ig, count) > count) {
            return false;
        }
        Arrays.fill(y, iy + by.first(), iy + by.end(), 0f);
        for (int r = 0; r < by.rows(); r++) {
            int from = by.from(r);
            int to = by.to(r);
            for (int o = 0; o < by.channels(); o += LANES) {
                long left = notZero(g, ig + r * by.channels() + o, Math.min(LANES, by.channels() - o));
                while (left != 0) {
                    int filter = o + Long.numberOfTrailingZeros(left);
                    left &= left - 1;
                    float x = g[ig + r * by.channels() + filter];
                    add(x, by.filters(), filter * by.terms(), y, iy + r * by.step(), from, to);
                }
            }
        }
        return true;
    }

    /** Bits of the numbers that are not zero. */
    private static long notZero(float[] g, int at, int count) {
        long bits = FloatVector.fromArray(SPECIES, g, at)
                .compare(VectorOperators.NE, 0f)
                .toLong();
        return count == LANES ? bits : bits & (1L << count) - 1;
    }

    private static int numbers(float[] g, int ig, int count) {
        int numbers = 0;
        for (int i = 0; i < count; i += LANES) {
            numbers += Long.bitCount(notZero(g, ig + i, Math.min(LANES, count - i)));
        }
        return numbers;
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
