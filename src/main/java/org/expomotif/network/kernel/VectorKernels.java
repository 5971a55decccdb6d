package org.expomotif.network.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.expomotif.network.spec.Activation;

/**
 * The kernels on vectors of the width of {@link VectorWidth}; the lanes are channels. Loaded only if the Vector API's
 * module is available.
 */
public final class VectorKernels implements Kernels {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void multiply(
            float[] a,
            int ia,
            int pa,
            int la,
            PackedMatrix b,
            float[] c,
            int ic,
            int pc,
            int lc,
            int rows,
            int samples) {
        VectorProduct.ofThread().multiply(a, ia, pa, la, b, c, ic, pc, lc, rows, samples);
    }

    @Override
    public boolean sparseGradient(float[] g, int ig, SparseGradient layout, float[] y, int iy) {
        return VectorSparseGradient.sparseGradient(g, ig, layout, y, iy);
    }

    @Override
    public void accumulate(
            float[] a, int ia, int sa, int rows, float[] d, int id, int columns, int terms, float[] c, int ic) {
        VectorProduct.ofThread().accumulate(a, ia, sa, rows, d, id, columns, terms, c, ic);
    }

    @Override
    public void affine(float[] x, int ix, int rows, int channels, float[] scale, float[] shift, float[] y, int iy) {
        for (int j = 0; j < channels; j += LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, scale, j);
            FloatVector b = FloatVector.fromArray(SPECIES, shift, j);
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            for (int l = 0, q = j; l < rows; l++, q += channels) {
                FloatVector.fromArray(SPECIES, x, ix + q).fma(a, b).intoArray(y, iy + q, mask);
            }
        }
    }

    @Override
    public void moments(float[] x, int ix, float[] z, int iz, int rows, int channels, float[] sums) {
        for (int j = 0; j < channels; j += LANES) {
            FloatVector s = FloatVector.zero(SPECIES);
            FloatVector p = FloatVector.zero(SPECIES);
            for (int l = 0, q = j; l < rows; l++, q += channels) {
                FloatVector value = FloatVector.fromArray(SPECIES, x, ix + q);
                s = s.add(value);
                p = value.fma(FloatVector.fromArray(SPECIES, z, iz + q), p);
            }
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            s.intoArray(sums, j, mask);
            p.intoArray(sums, channels + j, mask);
        }
    }

    @Override
    public void combine(
            float[] g, int ig, float[] z, int iz, int rows, int channels, float[][] abc, float[] y, int iy) {
        for (int j = 0; j < channels; j += LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, abc[0], j);
            FloatVector b = FloatVector.fromArray(SPECIES, abc[1], j);
            FloatVector c = FloatVector.fromArray(SPECIES, abc[2], j);
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            for (int l = 0, q = j; l < rows; l++, q += channels) {
                FloatVector rest = FloatVector.fromArray(SPECIES, z, iz + q).fma(b, c);
                FloatVector.fromArray(SPECIES, g, ig + q).fma(a, rest).intoArray(y, iy + q, mask);
            }
        }
    }

    @Override
    public void activate(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        int done = VectorActivations.activate(f, x, ix, y, iy, count);
        PlainActivations.activate(f, x, ix + done, y, iy + done, count - done);
    }

    @Override
    public void differentiate(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        int done = VectorSlopes.differentiate(f, x, ix, g, ig, count);
        PlainActivations.differentiate(f, x, ix + done, g, ig + done, count - done);
    }

    @Override
    public void drop(float[] x, int ix, int rows, int channels, int[] state, int threshold, float factor) {
        VectorWindows.drop(x, ix, rows, channels, state, threshold, factor);
    }

    @Override
    public void pool(float[] x, int ix, PoolingWindows windows, float[] y, int iy, int[] argument, int ia) {
        VectorWindows.pool(x, ix, windows, y, iy, argument, ia);
    }

    @Override
    public void unpool(float[] g, int ig, PoolingWindows windows, float[] dx, int ix, int[] argument, int ia) {
        Arrays.fill(dx, ix, ix + windows.length() * windows.channels(), 0);
        VectorWindows.unpool(g, ig, windows, dx, ix, argument, ia);
    }

    @Override
    public void dropAndPool(
            float[] x,
            int ix,
            float[] z,
            int iz,
            PoolingWindows windows,
            int[] state,
            int threshold,
            float factor,
            float[] y,
            float[] top,
            int iy,
            int it,
            int[] argument) {
        VectorWindows.dropAndPool(x, ix, z, iz, windows, state, threshold, factor, y, top, iy, it, argument);
    }

    @Override
    public void keepPooled(float[] g, int ig, int[] argument, int ia, int count, float factor) {
        VectorWindows.keepPooled(g, ig, argument, ia, count, factor);
    }

    @Override
    public void combinePooled(
            float[] g,
            int ig,
            int[] argument,
            int ia,
            PoolingWindows windows,
            float[] z,
            int iz,
            float[][] abc,
            float[] y,
            int iy) {
        VectorWindows.combine(g, ig, argument, ia, windows, z, iz, abc, y, iy);
    }

    @Override
    public void add(float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, y, iy + i).add(FloatVector.fromArray(SPECIES, x, ix + i));
            sum.intoArray(y, iy + i, SPECIES.indexInRange(i, count));
        }
    }

    @Override
    public void affineAndPool(
            float[] x, int ix, PoolingWindows windows, float[] scale, float[] shift, float[] y, int iy) {
        VectorWindows.affineAndPool(x, ix, windows, scale, shift, y, iy);
    }

    @Override
    public void lookUp(
            int[] at, int step, float[] table, int terms, int stride, int channels, int rows, float[] y, int iy) {
        VectorTables.lookUp(at, step, table, terms, stride, channels, rows, y, iy);
    }

    @Override
    public void scatter(int[] at, float[] table, int pairs, int stride, int channels, int rows, float[] g, int ig) {
        VectorTables.scatter(at, table, pairs, stride, channels, rows, g, ig);
    }

    @Override
    public void adam(float[] w, float[] m, float[] v, float[][] gradients, int from, int to, float decay, float rate) {
        VectorWindows.adam(w, m, v, gradients, from, to, decay, rate);
    }
}
