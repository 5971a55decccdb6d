package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles of a matrix product: six rows by V vectors of columns stay in registers over the loop of k. A tile is
 *
 * <pre>c[ic + r rc + j] (+)= sum over k below terms of a[ia + r ra + k] b[ib + k V lanes + j]</pre>
 *
 * in the order of k, by fused multiply-add, for r below 6 and j below V lanes. With {@code add} the sum starts from c.
 * The factors and the result are set once for many tiles.
 *
 * <p>Six rows by two vectors use 12 of the 16 registers of AVX2 for sums; six by three need the 32 registers of
 * AVX-512. The increments of k are compile-time constants, so the compiler can remove the bounds checks from the loop.
 * No store uses a mask: a masked store after the loop makes the loop itself 14% slower.
 *
 * <p>The three methods repeat each other because only local variables stay in registers. With the sums in an array and
 * loops over rows and vectors, each sum is an object on the heap, and a tile takes fifty times as long.
 */
final class VectorTiles {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    /** Rows of a tile. */
    static final int ROWS = 6;

    private static final float[] NONE = new float[0];

    private float[] first = NONE;
    private int firstStep;
    private float[] second = NONE;
    private int secondStart;
    private int terms;
    private int vectors;
    private float[] result = NONE;
    private int resultStep;

    /** Sets the first factor a, and the number of its values from one row to the next. */
    void first(float[] a, int step) {
        first = a;
        firstStep = step;
    }

    /**
     * Sets the second factor: a panel of {@code vectors} vectors of columns with {@code rows} rows, from index ib on.
     */
    void second(float[] b, int ib, int rows, int columnVectors) {
        second = b;
        secondStart = ib;
        terms = rows;
        vectors = columnVectors;
    }

    /** Sets the array c of the result, and the number of its values from one row to the next. */
    void result(float[] c, int step) {
        result = c;
        resultStep = step;
    }

    /** Forgets the arrays, so that they can be garbage collected. */
    void release() {
        first(NONE, 0);
        second(NONE, 0, 0, 0);
        result(NONE, 0);
    }

    /** Number of values from one row of the first factor to the next. */
    int firstStep() {
        return firstStep;
    }

    /** Number of values in a row of a tile. */
    int width() {
        return vectors * LANES;
    }

    /** Computes the tile whose first row of a starts at {@code ia}, into c from {@code ic} on. */
    void compute(int ia, int ic, boolean add) {
        switch (vectors) {
            case 1 -> one(ia, ic, add);
            case 2 -> two(ia, ic, add);
            default -> three(ia, ic, add);
        }
    }

    /** Computes the first row of the tile only, with sums that start from 0. */
    void computeRow(int ia, int ic) {
        switch (vectors) {
            case 1 -> VectorRows.one(first, ia, second, secondStart, terms, result, ic);
            case 2 -> VectorRows.two(first, ia, second, secondStart, terms, result, ic);
            default -> VectorRows.three(first, ia, second, secondStart, terms, result, ic);
        }
    }

    private void three(int ia, int ic, boolean add) {
        float[] a = first;
        float[] b = second;
        float[] c = result;
        int ra = firstStep;
        int rc = resultStep;
        int ib = secondStart;
        int count = terms;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, ic) : FloatVector.zero(SPECIES);
        FloatVector s01 = add ? FloatVector.fromArray(SPECIES, c, ic + LANES) : FloatVector.zero(SPECIES);
        FloatVector s02 = add ? FloatVector.fromArray(SPECIES, c, ic + 2 * LANES) : FloatVector.zero(SPECIES);
        FloatVector s10 = add ? FloatVector.fromArray(SPECIES, c, ic + rc) : FloatVector.zero(SPECIES);
        FloatVector s11 = add ? FloatVector.fromArray(SPECIES, c, ic + rc + LANES) : FloatVector.zero(SPECIES);
        FloatVector s12 = add ? FloatVector.fromArray(SPECIES, c, ic + rc + 2 * LANES) : FloatVector.zero(SPECIES);
        FloatVector s20 = add ? FloatVector.fromArray(SPECIES, c, ic + 2 * rc) : FloatVector.zero(SPECIES);
        FloatVector s21 = add ? FloatVector.fromArray(SPECIES, c, ic + 2 * rc + LANES) : FloatVector.zero(SPECIES);
        FloatVector s22 = add ? FloatVector.fromArray(SPECIES, c, ic + 2 * rc + 2 * LANES) : FloatVector.zero(SPECIES);
        FloatVector s30 = add ? FloatVector.fromArray(SPECIES, c, ic + 3 * rc) : FloatVector.zero(SPECIES);
        FloatVector s31 = add ? FloatVector.fromArray(SPECIES, c, ic + 3 * rc + LANES) : FloatVector.zero(SPECIES);
        FloatVector s32 = add ? FloatVector.fromArray(SPECIES, c, ic + 3 * rc + 2 * LANES) : FloatVector.zero(SPECIES);
        FloatVector s40 = add ? FloatVector.fromArray(SPECIES, c, ic + 4 * rc) : FloatVector.zero(SPECIES);
        FloatVector s41 = add ? FloatVector.fromArray(SPECIES, c, ic + 4 * rc + LANES) : FloatVector.zero(SPECIES);
        FloatVector s42 = add ? FloatVector.fromArray(SPECIES, c, ic + 4 * rc + 2 * LANES) : FloatVector.zero(SPECIES);
        FloatVector s50 = add ? FloatVector.fromArray(SPECIES, c, ic + 5 * rc) : FloatVector.zero(SPECIES);
        FloatVector s51 = add ? FloatVector.fromArray(SPECIES, c, ic + 5 * rc + LANES) : FloatVector.zero(SPECIES);
        FloatVector s52 = add ? FloatVector.fromArray(SPECIES, c, ic + 5 * rc + 2 * LANES) : FloatVector.zero(SPECIES);
        for (int k = 0; k < count; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, ib + k * (3 * LANES));
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, ib + k * (3 * LANES) + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, b, ib + k * (3 * LANES) + 2 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[ia + k]);
            s00 = x.fma(w0, s00);
            s01 = x.fma(w1, s01);
            s02 = x.fma(w2, s02);
            x = FloatVector.broadcast(SPECIES, a[ia + ra + k]);
            s10 = x.fma(w0, s10);
            s11 = x.fma(w1, s11);
            s12 = x.fma(w2, s12);
            x = FloatVector.broadcast(SPECIES, a[ia + 2 * ra + k]);
            s20 = x.fma(w0, s20);
            s21 = x.fma(w1, s21);
            s22 = x.fma(w2, s22);
            x = FloatVector.broadcast(SPECIES, a[ia + 3 * ra + k]);
            s30 = x.fma(w0, s30);
            s31 = x.fma(w1, s31);
            s32 = x.fma(w2, s32);
            x = FloatVector.broadcast(SPECIES, a[ia + 4 * ra + k]);
            s40 = x.fma(w0, s40);
            s41 = x.fma(w1, s41);
            s42 = x.fma(w2, s42);
            x = FloatVector.broadcast(SPECIES, a[ia + 5 * ra + k]);
            s50 = x.fma(w0, s50);
            s51 = x.fma(w1, s51);
            s52 = x.fma(w2, s52);
        }
        s00.intoArray(c, ic);
        s01.intoArray(c, ic + LANES);
        s02.intoArray(c, ic + 2 * LANES);
        s10.intoArray(c, ic + rc);
        s11.intoArray(c, ic + rc + LANES);
        s12.intoArray(c, ic + rc + 2 * LANES);
        s20.intoArray(c, ic + 2 * rc);
        s21.intoArray(c, ic + 2 * rc + LANES);
        s22.intoArray(c, ic + 2 * rc + 2 * LANES);
        s30.intoArray(c, ic + 3 * rc);
        s31.intoArray(c, ic + 3 * rc + LANES);
        s32.intoArray(c, ic + 3 * rc + 2 * LANES);
        s40.intoArray(c, ic + 4 * rc);
        s41.intoArray(c, ic + 4 * rc + LANES);
        s42.intoArray(c, ic + 4 * rc + 2 * LANES);
        s50.intoArray(c, ic + 5 * rc);
        s51.intoArray(c, ic + 5 * rc + LANES);
        s52.intoArray(c, ic + 5 * rc + 2 * LANES);
    }

    private void two(int ia, int ic, boolean add) {
        float[] a = first;
        float[] b = second;
        float[] c = result;
        int ra = firstStep;
        int rc = resultStep;
        int ib = secondStart;
        int count = terms;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, ic) : FloatVector.zero(SPECIES);
        FloatVector s01 = add ? FloatVector.fromArray(SPECIES, c, ic + LANES) : FloatVector.zero(SPECIES);
        FloatVector s10 = add ? FloatVector.fromArray(SPECIES, c, ic + rc) : FloatVector.zero(SPECIES);
        FloatVector s11 = add ? FloatVector.fromArray(SPECIES, c, ic + rc + LANES) : FloatVector.zero(SPECIES);
        FloatVector s20 = add ? FloatVector.fromArray(SPECIES, c, ic + 2 * rc) : FloatVector.zero(SPECIES);
        FloatVector s21 = add ? FloatVector.fromArray(SPECIES, c, ic + 2 * rc + LANES) : FloatVector.zero(SPECIES);
        FloatVector s30 = add ? FloatVector.fromArray(SPECIES, c, ic + 3 * rc) : FloatVector.zero(SPECIES);
        FloatVector s31 = add ? FloatVector.fromArray(SPECIES, c, ic + 3 * rc + LANES) : FloatVector.zero(SPECIES);
        FloatVector s40 = add ? FloatVector.fromArray(SPECIES, c, ic + 4 * rc) : FloatVector.zero(SPECIES);
        FloatVector s41 = add ? FloatVector.fromArray(SPECIES, c, ic + 4 * rc + LANES) : FloatVector.zero(SPECIES);
        FloatVector s50 = add ? FloatVector.fromArray(SPECIES, c, ic + 5 * rc) : FloatVector.zero(SPECIES);
        FloatVector s51 = add ? FloatVector.fromArray(SPECIES, c, ic + 5 * rc + LANES) : FloatVector.zero(SPECIES);
        for (int k = 0; k < count; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, ib + k * (2 * LANES));
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, ib + k * (2 * LANES) + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[ia + k]);
            s00 = x.fma(w0, s00);
            s01 = x.fma(w1, s01);
            x = FloatVector.broadcast(SPECIES, a[ia + ra + k]);
            s10 = x.fma(w0, s10);
            s11 = x.fma(w1, s11);
            x = FloatVector.broadcast(SPECIES, a[ia + 2 * ra + k]);
            s20 = x.fma(w0, s20);
            s21 = x.fma(w1, s21);
            x = FloatVector.broadcast(SPECIES, a[ia + 3 * ra + k]);
            s30 = x.fma(w0, s30);
            s31 = x.fma(w1, s31);
            x = FloatVector.broadcast(SPECIES, a[ia + 4 * ra + k]);
            s40 = x.fma(w0, s40);
            s41 = x.fma(w1, s41);
            x = FloatVector.broadcast(SPECIES, a[ia + 5 * ra + k]);
            s50 = x.fma(w0, s50);
            s51 = x.fma(w1, s51);
        }
        s00.intoArray(c, ic);
        s01.intoArray(c, ic + LANES);
        s10.intoArray(c, ic + rc);
        s11.intoArray(c, ic + rc + LANES);
        s20.intoArray(c, ic + 2 * rc);
        s21.intoArray(c, ic + 2 * rc + LANES);
        s30.intoArray(c, ic + 3 * rc);
        s31.intoArray(c, ic + 3 * rc + LANES);
        s40.intoArray(c, ic + 4 * rc);
        s41.intoArray(c, ic + 4 * rc + LANES);
        s50.intoArray(c, ic + 5 * rc);
        s51.intoArray(c, ic + 5 * rc + LANES);
    }

    private void one(int ia, int ic, boolean add) {
        float[] a = first;
        float[] b = second;
        float[] c = result;
        int ra = firstStep;
        int rc = resultStep;
        int ib = secondStart;
        int count = terms;
        FloatVector s00 = add ? FloatVector.fromArray(SPECIES, c, ic) : FloatVector.zero(SPECIES);
        FloatVector s10 = add ? FloatVector.fromArray(SPECIES, c, ic + rc) : FloatVector.zero(SPECIES);
        FloatVector s20 = add ? FloatVector.fromArray(SPECIES, c, ic + 2 * rc) : FloatVector.zero(SPECIES);
        FloatVector s30 = add ? FloatVector.fromArray(SPECIES, c, ic + 3 * rc) : FloatVector.zero(SPECIES);
        FloatVector s40 = add ? FloatVector.fromArray(SPECIES, c, ic + 4 * rc) : FloatVector.zero(SPECIES);
        FloatVector s50 = add ? FloatVector.fromArray(SPECIES, c, ic + 5 * rc) : FloatVector.zero(SPECIES);
        for (int k = 0; k < count; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, ib + k * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[ia + k]);
            s00 = x.fma(w0, s00);
            x = FloatVector.broadcast(SPECIES, a[ia + ra + k]);
            s10 = x.fma(w0, s10);
            x = FloatVector.broadcast(SPECIES, a[ia + 2 * ra + k]);
            s20 = x.fma(w0, s20);
            x = FloatVector.broadcast(SPECIES, a[ia + 3 * ra + k]);
            s30 = x.fma(w0, s30);
            x = FloatVector.broadcast(SPECIES, a[ia + 4 * ra + k]);
            s40 = x.fma(w0, s40);
            x = FloatVector.broadcast(SPECIES, a[ia + 5 * ra + k]);
            s50 = x.fma(w0, s50);
        }
        s00.intoArray(c, ic);
        s10.intoArray(c, ic + rc);
        s20.intoArray(c, ic + 2 * rc);
        s30.intoArray(c, ic + 3 * rc);
        s40.intoArray(c, ic + 4 * rc);
        s50.intoArray(c, ic + 5 * rc);
    }
}
