package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles of a matrix product: six rows by V vectors of columns stay in registers over the loop of k. All
 * methods compute
 *
 * <pre>c[ic + r rc + j] (+)= sum over k below terms of a[ia + r ra + k] b[ib + k V lanes + j]</pre>
 *
 * in the order of k, by fused multiply-add, for r below 6 and j below V lanes. With {@code add} the sum starts from c.
 *
 * <p>Six rows by two vectors use 12 of the 16 registers of AVX2 for sums; six by three need the 32 registers of
 * AVX-512. The increments of k are compile-time constants, so the compiler can remove the bounds checks from the loop.
 * No store uses a mask: a masked store after the loop makes the loop itself 14% slower.
 */
final class VectorTiles {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorTiles() {}

    static void three(float[] a, int ia, int ra, float[] b, int ib, int terms, float[] c, int ic, int rc, boolean add) {
        int a1 = ia + ra;
        int a2 = ia + 2 * ra;
        int a3 = ia + 3 * ra;
        int a4 = ia + 4 * ra;
        int a5 = ia + 5 * ra;
        int c1 = ic + rc;
        int c2 = ic + 2 * rc;
        int c3 = ic + 3 * rc;
        int c4 = ic + 4 * rc;
        int c5 = ic + 5 * rc;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, ic) : FloatVector.zero(SPECIES);
        FloatVector s01 = add ? FloatVector.fromArray(SPECIES, c, ic + LANES) : FloatVector.zero(SPECIES);
        FloatVector s02 = add ? FloatVector.fromArray(SPECIES, c, ic + 2 * LANES) : FloatVector.zero(SPECIES);
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
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, ib + k * (3 * LANES));
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, ib + k * (3 * LANES) + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, b, ib + k * (3 * LANES) + 2 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[ia + k]);
            s00 = x.fma(w0, s00);
            s01 = x.fma(w1, s01);
            s02 = x.fma(w2, s02);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s10 = x.fma(w0, s10);
            s11 = x.fma(w1, s11);
            s12 = x.fma(w2, s12);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            s20 = x.fma(w0, s20);
            s21 = x.fma(w1, s21);
            s22 = x.fma(w2, s22);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            s30 = x.fma(w0, s30);
            s31 = x.fma(w1, s31);
            s32 = x.fma(w2, s32);
            x = FloatVector.broadcast(SPECIES, a[a4 + k]);
            s40 = x.fma(w0, s40);
            s41 = x.fma(w1, s41);
            s42 = x.fma(w2, s42);
            x = FloatVector.broadcast(SPECIES, a[a5 + k]);
            s50 = x.fma(w0, s50);
            s51 = x.fma(w1, s51);
            s52 = x.fma(w2, s52);
        }
        s00.intoArray(c, ic);
        s01.intoArray(c, ic + LANES);
        s02.intoArray(c, ic + 2 * LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s12.intoArray(c, c1 + 2 * LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s22.intoArray(c, c2 + 2 * LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s32.intoArray(c, c3 + 2 * LANES);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
        s42.intoArray(c, c4 + 2 * LANES);
        s50.intoArray(c, c5);
        s51.intoArray(c, c5 + LANES);
        s52.intoArray(c, c5 + 2 * LANES);
    }

    static void two(float[] a, int ia, int ra, float[] b, int ib, int terms, float[] c, int ic, int rc, boolean add) {
        int a1 = ia + ra;
        int a2 = ia + 2 * ra;
        int a3 = ia + 3 * ra;
        int a4 = ia + 4 * ra;
        int a5 = ia + 5 * ra;
        int c1 = ic + rc;
        int c2 = ic + 2 * rc;
        int c3 = ic + 3 * rc;
        int c4 = ic + 4 * rc;
        int c5 = ic + 5 * rc;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, ic) : FloatVector.zero(SPECIES);
        FloatVector s01 = add ? FloatVector.fromArray(SPECIES, c, ic + LANES) : FloatVector.zero(SPECIES);
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
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, ib + k * (2 * LANES));
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, ib + k * (2 * LANES) + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[ia + k]);
            s00 = x.fma(w0, s00);
            s01 = x.fma(w1, s01);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s10 = x.fma(w0, s10);
            s11 = x.fma(w1, s11);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            s20 = x.fma(w0, s20);
            s21 = x.fma(w1, s21);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            s30 = x.fma(w0, s30);
            s31 = x.fma(w1, s31);
            x = FloatVector.broadcast(SPECIES, a[a4 + k]);
            s40 = x.fma(w0, s40);
            s41 = x.fma(w1, s41);
            x = FloatVector.broadcast(SPECIES, a[a5 + k]);
            s50 = x.fma(w0, s50);
            s51 = x.fma(w1, s51);
        }
        s00.intoArray(c, ic);
        s01.intoArray(c, ic + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
        s50.intoArray(c, c5);
        s51.intoArray(c, c5 + LANES);
    }

    static void one(float[] a, int ia, int ra, float[] b, int ib, int terms, float[] c, int ic, int rc, boolean add) {
        int a1 = ia + ra;
        int a2 = ia + 2 * ra;
        int a3 = ia + 3 * ra;
        int a4 = ia + 4 * ra;
        int a5 = ia + 5 * ra;
        int c1 = ic + rc;
        int c2 = ic + 2 * rc;
        int c3 = ic + 3 * rc;
        int c4 = ic + 4 * rc;
        int c5 = ic + 5 * rc;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, ic) : FloatVector.zero(SPECIES);
        FloatVector s10 = add ? FloatVector.fromArray(SPECIES, c, c1) : FloatVector.zero(SPECIES);
        FloatVector s20 = add ? FloatVector.fromArray(SPECIES, c, c2) : FloatVector.zero(SPECIES);
        FloatVector s30 = add ? FloatVector.fromArray(SPECIES, c, c3) : FloatVector.zero(SPECIES);
        FloatVector s40 = add ? FloatVector.fromArray(SPECIES, c, c4) : FloatVector.zero(SPECIES);
        FloatVector s50 = add ? FloatVector.fromArray(SPECIES, c, c5) : FloatVector.zero(SPECIES);
        for (int k = 0; k < terms; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, ib + k * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[ia + k]);
            s00 = x.fma(w0, s00);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s10 = x.fma(w0, s10);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            s20 = x.fma(w0, s20);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            s30 = x.fma(w0, s30);
            x = FloatVector.broadcast(SPECIES, a[a4 + k]);
            s40 = x.fma(w0, s40);
            x = FloatVector.broadcast(SPECIES, a[a5 + k]);
            s50 = x.fma(w0, s50);
        }
        s00.intoArray(c, ic);
        s10.intoArray(c, c1);
        s20.intoArray(c, c2);
        s30.intoArray(c, c3);
        s40.intoArray(c, c4);
        s50.intoArray(c, c5);
    }
}
