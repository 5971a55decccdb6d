package org.expomotif.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles of a matrix product: R rows by V vectors of columns stay in registers while k runs. All do
 *
 * <pre>c[ic + r rc + j] (+)= sum over k below terms of a[ia + r ra + k ka] b[ib + k kb + j]</pre>
 *
 * in the order of k, by fused multiply-add, for j below (V - 1) lanes + {@code valid}; with {@code add} the sum starts
 * from c. Convolution forward and backward and the weight gradient differ only in their strides.
 *
 * <p>Six rows by two vectors use 12 of the 16 registers of AVX2 for sums; six by three need the 32 of AVX-512.
 */
final class VectorRows {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorRows() {}

    private static void store(FloatVector sum, float[] c, int at, int valid) {
        if (valid == LANES) {
            sum.intoArray(c, at);
        } else {
            VectorMask<Float> mask = SPECIES.indexInRange(0, valid);
            sum.intoArray(c, at, mask);
        }
    }

    static void oneByThree(
            float[] a,
            int ia,
            int ra,
            int ka,
            float[] b,
            int ib,
            int kb,
            int terms,
            float[] c,
            int ic,
            int rc,
            int valid,
            boolean add) {
        int c0 = ic;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, c0) : FloatVector.zero(SPECIES);
        FloatVector s01 = add ? FloatVector.fromArray(SPECIES, c, c0 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s02 = add ? FloatVector.fromArray(SPECIES, c, c0 + 2 * LANES) : FloatVector.zero(SPECIES);
        int pa = ia;
        int pb = ib;
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, pb);
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, pb + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, b, pb + 2 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[pa]);
            s00 = x.fma(w0, s00);
            s01 = x.fma(w1, s01);
            s02 = x.fma(w2, s02);
            pa += ka;
            pb += kb;
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LANES);
        store(s02, c, c0 + 2 * LANES, valid);
    }

    static void oneByTwo(
            float[] a,
            int ia,
            int ra,
            int ka,
            float[] b,
            int ib,
            int kb,
            int terms,
            float[] c,
            int ic,
            int rc,
            int valid,
            boolean add) {
        int c0 = ic;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, c0) : FloatVector.zero(SPECIES);
        FloatVector s01 = add ? FloatVector.fromArray(SPECIES, c, c0 + LANES) : FloatVector.zero(SPECIES);
        int pa = ia;
        int pb = ib;
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, pb);
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, pb + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[pa]);
            s00 = x.fma(w0, s00);
            s01 = x.fma(w1, s01);
            pa += ka;
            pb += kb;
        }
        s00.intoArray(c, c0);
        store(s01, c, c0 + LANES, valid);
    }

    static void oneByOne(
            float[] a,
            int ia,
            int ra,
            int ka,
            float[] b,
            int ib,
            int kb,
            int terms,
            float[] c,
            int ic,
            int rc,
            int valid,
            boolean add) {
        int c0 = ic;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, c0) : FloatVector.zero(SPECIES);
        int pa = ia;
        int pb = ib;
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, pb);
            FloatVector x = FloatVector.broadcast(SPECIES, a[pa]);
            s00 = x.fma(w0, s00);
            pa += ka;
            pb += kb;
        }
        store(s00, c, c0, valid);
    }
}
