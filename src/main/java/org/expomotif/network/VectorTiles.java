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
final class VectorTiles {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorTiles() {}

    private static void store(FloatVector sum, float[] c, int at, int valid) {
        if (valid == LANES) {
            sum.intoArray(c, at);
        } else {
            VectorMask<Float> mask = SPECIES.indexInRange(0, valid);
            sum.intoArray(c, at, mask);
        }
    }

    static void sixByThree(
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
        int c1 = ic + 1 * rc;
        int c2 = ic + 2 * rc;
        int c3 = ic + 3 * rc;
        int c4 = ic + 4 * rc;
        int c5 = ic + 5 * rc;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, c0) : FloatVector.zero(SPECIES);
        FloatVector s01 = add ? FloatVector.fromArray(SPECIES, c, c0 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s02 = add ? FloatVector.fromArray(SPECIES, c, c0 + 2 * LANES) : FloatVector.zero(SPECIES);
        FloatVector s10 = add ? FloatVector.fromArray(SPECIES, c, c1) : FloatVector.zero(SPECIES);
        FloatVector s11 = add ? FloatVector.fromArray(SPECIES, c, c1 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s12 = add ? FloatVector.fromArray(SPECIES, c, c1 + 2 * LANES) : FloatVector.zero(SPECIES);
        FloatVector s20 = add ? FloatVector.fromArray(SPECIES, c, c2) : FloatVector.zero(SPECIES);
        FloatVector s21 = add ? FloatVector.fromArray(SPECIES, c, c2 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s22 = add ? FloatVector.fromArray(SPECIES, c, c2 + 2 * LANES) : FloatVector.zero(SPECIES);
        FloatVector s30 = add ? FloatVector.fromArray(SPECIES, c, c3) : FloatVector.zero(SPECIES);
        FloatVector s31 = add ? FloatVector.fromArray(SPECIES, c, c3 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s32 = add ? FloatVector.fromArray(SPECIES, c, c3 + 2 * LANES) : FloatVector.zero(SPECIES);
        FloatVector s40 = add ? FloatVector.fromArray(SPECIES, c, c4) : FloatVector.zero(SPECIES);
        FloatVector s41 = add ? FloatVector.fromArray(SPECIES, c, c4 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s42 = add ? FloatVector.fromArray(SPECIES, c, c4 + 2 * LANES) : FloatVector.zero(SPECIES);
        FloatVector s50 = add ? FloatVector.fromArray(SPECIES, c, c5) : FloatVector.zero(SPECIES);
        FloatVector s51 = add ? FloatVector.fromArray(SPECIES, c, c5 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s52 = add ? FloatVector.fromArray(SPECIES, c, c5 + 2 * LANES) : FloatVector.zero(SPECIES);
        int a1 = 1 * ra;
        int a2 = 2 * ra;
        int a3 = 3 * ra;
        int a4 = 4 * ra;
        int a5 = 5 * ra;
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
            x = FloatVector.broadcast(SPECIES, a[pa + a1]);
            s10 = x.fma(w0, s10);
            s11 = x.fma(w1, s11);
            s12 = x.fma(w2, s12);
            x = FloatVector.broadcast(SPECIES, a[pa + a2]);
            s20 = x.fma(w0, s20);
            s21 = x.fma(w1, s21);
            s22 = x.fma(w2, s22);
            x = FloatVector.broadcast(SPECIES, a[pa + a3]);
            s30 = x.fma(w0, s30);
            s31 = x.fma(w1, s31);
            s32 = x.fma(w2, s32);
            x = FloatVector.broadcast(SPECIES, a[pa + a4]);
            s40 = x.fma(w0, s40);
            s41 = x.fma(w1, s41);
            s42 = x.fma(w2, s42);
            x = FloatVector.broadcast(SPECIES, a[pa + a5]);
            s50 = x.fma(w0, s50);
            s51 = x.fma(w1, s51);
            s52 = x.fma(w2, s52);
            pa += ka;
            pb += kb;
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LANES);
        store(s02, c, c0 + 2 * LANES, valid);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        store(s12, c, c1 + 2 * LANES, valid);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        store(s22, c, c2 + 2 * LANES, valid);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        store(s32, c, c3 + 2 * LANES, valid);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
        store(s42, c, c4 + 2 * LANES, valid);
        s50.intoArray(c, c5);
        s51.intoArray(c, c5 + LANES);
        store(s52, c, c5 + 2 * LANES, valid);
    }

    static void sixByTwo(
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
        int c1 = ic + 1 * rc;
        int c2 = ic + 2 * rc;
        int c3 = ic + 3 * rc;
        int c4 = ic + 4 * rc;
        int c5 = ic + 5 * rc;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, c0) : FloatVector.zero(SPECIES);
        FloatVector s01 = add ? FloatVector.fromArray(SPECIES, c, c0 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s10 = add ? FloatVector.fromArray(SPECIES, c, c1) : FloatVector.zero(SPECIES);
        FloatVector s11 = add ? FloatVector.fromArray(SPECIES, c, c1 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s20 = add ? FloatVector.fromArray(SPECIES, c, c2) : FloatVector.zero(SPECIES);
        FloatVector s21 = add ? FloatVector.fromArray(SPECIES, c, c2 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s30 = add ? FloatVector.fromArray(SPECIES, c, c3) : FloatVector.zero(SPECIES);
        FloatVector s31 = add ? FloatVector.fromArray(SPECIES, c, c3 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s40 = add ? FloatVector.fromArray(SPECIES, c, c4) : FloatVector.zero(SPECIES);
        FloatVector s41 = add ? FloatVector.fromArray(SPECIES, c, c4 + LANES) : FloatVector.zero(SPECIES);
        FloatVector s50 = add ? FloatVector.fromArray(SPECIES, c, c5) : FloatVector.zero(SPECIES);
        FloatVector s51 = add ? FloatVector.fromArray(SPECIES, c, c5 + LANES) : FloatVector.zero(SPECIES);
        int a1 = 1 * ra;
        int a2 = 2 * ra;
        int a3 = 3 * ra;
        int a4 = 4 * ra;
        int a5 = 5 * ra;
        int pa = ia;
        int pb = ib;
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, pb);
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, pb + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[pa]);
            s00 = x.fma(w0, s00);
            s01 = x.fma(w1, s01);
            x = FloatVector.broadcast(SPECIES, a[pa + a1]);
            s10 = x.fma(w0, s10);
            s11 = x.fma(w1, s11);
            x = FloatVector.broadcast(SPECIES, a[pa + a2]);
            s20 = x.fma(w0, s20);
            s21 = x.fma(w1, s21);
            x = FloatVector.broadcast(SPECIES, a[pa + a3]);
            s30 = x.fma(w0, s30);
            s31 = x.fma(w1, s31);
            x = FloatVector.broadcast(SPECIES, a[pa + a4]);
            s40 = x.fma(w0, s40);
            s41 = x.fma(w1, s41);
            x = FloatVector.broadcast(SPECIES, a[pa + a5]);
            s50 = x.fma(w0, s50);
            s51 = x.fma(w1, s51);
            pa += ka;
            pb += kb;
        }
        s00.intoArray(c, c0);
        store(s01, c, c0 + LANES, valid);
        s10.intoArray(c, c1);
        store(s11, c, c1 + LANES, valid);
        s20.intoArray(c, c2);
        store(s21, c, c2 + LANES, valid);
        s30.intoArray(c, c3);
        store(s31, c, c3 + LANES, valid);
        s40.intoArray(c, c4);
        store(s41, c, c4 + LANES, valid);
        s50.intoArray(c, c5);
        store(s51, c, c5 + LANES, valid);
    }

    static void sixByOne(
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
        int c1 = ic + 1 * rc;
        int c2 = ic + 2 * rc;
        int c3 = ic + 3 * rc;
        int c4 = ic + 4 * rc;
        int c5 = ic + 5 * rc;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, c0) : FloatVector.zero(SPECIES);
        FloatVector s10 = add ? FloatVector.fromArray(SPECIES, c, c1) : FloatVector.zero(SPECIES);
        FloatVector s20 = add ? FloatVector.fromArray(SPECIES, c, c2) : FloatVector.zero(SPECIES);
        FloatVector s30 = add ? FloatVector.fromArray(SPECIES, c, c3) : FloatVector.zero(SPECIES);
        FloatVector s40 = add ? FloatVector.fromArray(SPECIES, c, c4) : FloatVector.zero(SPECIES);
        FloatVector s50 = add ? FloatVector.fromArray(SPECIES, c, c5) : FloatVector.zero(SPECIES);
        int a1 = 1 * ra;
        int a2 = 2 * ra;
        int a3 = 3 * ra;
        int a4 = 4 * ra;
        int a5 = 5 * ra;
        int pa = ia;
        int pb = ib;
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, pb);
            FloatVector x = FloatVector.broadcast(SPECIES, a[pa]);
            s00 = x.fma(w0, s00);
            x = FloatVector.broadcast(SPECIES, a[pa + a1]);
            s10 = x.fma(w0, s10);
            x = FloatVector.broadcast(SPECIES, a[pa + a2]);
            s20 = x.fma(w0, s20);
            x = FloatVector.broadcast(SPECIES, a[pa + a3]);
            s30 = x.fma(w0, s30);
            x = FloatVector.broadcast(SPECIES, a[pa + a4]);
            s40 = x.fma(w0, s40);
            x = FloatVector.broadcast(SPECIES, a[pa + a5]);
            s50 = x.fma(w0, s50);
            pa += ka;
            pb += kb;
        }
        store(s00, c, c0, valid);
        store(s10, c, c1, valid);
        store(s20, c, c2, valid);
        store(s30, c, c3, valid);
        store(s40, c, c4, valid);
        store(s50, c, c5, valid);
    }
}
