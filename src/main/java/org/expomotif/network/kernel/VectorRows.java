package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sums of {@link VectorTiles} for a single row, for products with too few rows for a tile. The methods repeat each
 * other for the reason given there. They compute
 *
 * <pre>c[ic + j] = sum over k below terms of a[ia + k] b[ib + k V lanes + j]</pre>
 */
final class VectorRows {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorRows() {}

    static void three(float[] a, int ia, float[] b, int ib, int terms, float[] c, int ic) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s02 = FloatVector.zero(SPECIES);
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, ib + k * (3 * LANES));
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, ib + k * (3 * LANES) + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, b, ib + k * (3 * LANES) + 2 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[ia + k]);
            s00 = x.fma(w0, s00);
            s01 = x.fma(w1, s01);
            s02 = x.fma(w2, s02);
        }
        s00.intoArray(c, ic);
        s01.intoArray(c, ic + LANES);
        s02.intoArray(c, ic + 2 * LANES);
    }

    static void two(float[] a, int ia, float[] b, int ib, int terms, float[] c, int ic) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, ib + k * (2 * LANES));
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, ib + k * (2 * LANES) + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[ia + k]);
            s00 = x.fma(w0, s00);
            s01 = x.fma(w1, s01);
        }
        s00.intoArray(c, ic);
        s01.intoArray(c, ic + LANES);
    }

    static void one(float[] a, int ia, float[] b, int ib, int terms, float[] c, int ic) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, ib + k * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[ia + k]);
            s00 = x.fma(w0, s00);
        }
        s00.intoArray(c, ic);
    }
}
