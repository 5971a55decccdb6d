package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link VectorKernels} over the first convolution's tables. */
final class VectorTables {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorTables() {}

    static void lookUp(SumTable sums, int[] at, Tensor result, int n, int first, int end) {
        float[] table = sums.values();
        int terms = sums.terms();
        int step = sums.step();
        int stride = sums.stride();
        float[] y = result.data;
        int iy = result.at(n, first);
        int channels = result.channels;
        int rows = end - first;
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            int l = 0;
            for (; l + 4 <= rows; l += 4) {
                FloatVector s0 = FloatVector.zero(SPECIES);
                FloatVector s1 = s0;
                FloatVector s2 = s0;
                FloatVector s3 = s0;
                for (int p = 0, q = j, k = l; p < terms; p++, q += stride, k += step) {
                    s0 = s0.add(FloatVector.fromArray(SPECIES, table, q + at[k]));
                    s1 = s1.add(FloatVector.fromArray(SPECIES, table, q + at[k + 1]));
                    s2 = s2.add(FloatVector.fromArray(SPECIES, table, q + at[k + 2]));
                    s3 = s3.add(FloatVector.fromArray(SPECIES, table, q + at[k + 3]));
                }
                int to = iy + l * channels + j;
                s0.intoArray(y, to, mask);
                s1.intoArray(y, to + channels, mask);
                s2.intoArray(y, to + 2 * channels, mask);
                s3.intoArray(y, to + 3 * channels, mask);
            }
            for (; l < rows; l++) {
                FloatVector sum = FloatVector.zero(SPECIES);
                for (int p = 0, q = j; p < terms; p++, q += stride) {
                    sum = sum.add(FloatVector.fromArray(SPECIES, table, q + at[l + step * p]));
                }
                sum.intoArray(y, iy + l * channels + j, mask);
            }
        }
    }

    static void scatter(SumTable sums, int[] at, Tensor g, int n) {
        float[] table = sums.values();
        int terms = sums.terms();
        int step = sums.step();
        int stride = sums.stride();
        int channels = g.channels;
        int rows = g.length;
        int ig = g.at(n);
        for (int j = 0; j < channels; j += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            for (int l = 0; l < rows; l++) {
                FloatVector x = FloatVector.fromArray(SPECIES, g.data, ig + l * channels + j);
                for (int p = 0, q = j, k = l; p < terms; p++, q += stride, k += step) {
                    int to = q + at[k];
                    FloatVector.fromArray(SPECIES, table, to).add(x).intoArray(table, to, mask);
                }
            }
        }
    }
}
