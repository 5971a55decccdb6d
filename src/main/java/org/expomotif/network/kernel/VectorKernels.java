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
    public void multiply(Product product, Tensor a, Tensor c, int from, int to, int first, int end) {
        VectorProduct.ofThread().multiply(product, a, c, from, to, first, end);
    }

    @Override
    public boolean sparseGradient(SparseGradient layout, Tensor g, Tensor y, int n) {
        return VectorSparseGradient.sparseGradient(layout, g, y, n);
    }

    @Override
    public void accumulate(WeightGradient layout, Tensor a, Tensor d, int from, int to, float[] c) {
        VectorProduct.ofThread().accumulate(layout, a, d, from, to, c);
    }

    @Override
    public void affine(float[] scale, float[] shift, Tensor x, Tensor y, int n, int first, int end) {
        int channels = x.channels;
        int rows = end - first;
        int ix = x.at(n, first);
        int iy = y.at(n, first);
        for (int j = 0; j < channels; j += LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, scale, j);
            FloatVector b = FloatVector.fromArray(SPECIES, shift, j);
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            for (int l = 0, q = j; l < rows; l++, q += channels) {
                FloatVector.fromArray(SPECIES, x.data, ix + q).fma(a, b).intoArray(y.data, iy + q, mask);
            }
        }
    }

    @Override
    public void moments(Tensor x, Tensor z, int n, int rows, float[] sums) {
        int channels = x.channels;
        int ix = x.at(n);
        int iz = z.at(n);
        for (int j = 0; j < channels; j += LANES) {
            FloatVector s = FloatVector.zero(SPECIES);
            FloatVector p = FloatVector.zero(SPECIES);
            for (int l = 0, q = j; l < rows; l++, q += channels) {
                FloatVector value = FloatVector.fromArray(SPECIES, x.data, ix + q);
                s = s.add(value);
                p = value.fma(FloatVector.fromArray(SPECIES, z.data, iz + q), p);
            }
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            s.intoArray(sums, j, mask);
            p.intoArray(sums, channels + j, mask);
        }
    }

    @Override
    public void combine(float[][] abc, Tensor g, Tensor z, Tensor y, int n) {
        int channels = z.channels;
        int ig = g.at(n);
        int iz = z.at(n);
        int iy = y.at(n);
        for (int j = 0; j < channels; j += LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, abc[0], j);
            FloatVector b = FloatVector.fromArray(SPECIES, abc[1], j);
            FloatVector c = FloatVector.fromArray(SPECIES, abc[2], j);
            VectorMask<Float> mask = SPECIES.indexInRange(j, channels);
            for (int l = 0, q = j; l < z.length; l++, q += channels) {
                FloatVector rest =
                        FloatVector.fromArray(SPECIES, z.data, iz + q).fma(b, c);
                FloatVector.fromArray(SPECIES, g.data, ig + q).fma(a, rest).intoArray(y.data, iy + q, mask);
            }
        }
    }

    @Override
    public void activate(Activation f, Tensor x, Tensor y, int n, int first, int end) {
        int ix = x.at(n, first);
        int iy = y.at(n, first);
        int count = (end - first) * x.channels;
        int done = SPECIES.loopBound(count);
        VectorActivations.activate(f, x.data, ix, y.data, iy, done);
        PlainActivations.activate(f, x.data, ix + done, y.data, iy + done, count - done);
    }

    @Override
    public void differentiate(Activation f, Tensor x, Tensor g, int n) {
        int ix = x.at(n);
        int ig = g.at(n);
        int count = g.size();
        int done = SPECIES.loopBound(count);
        VectorSlopes.differentiate(f, x.data, ix, g.data, ig, done);
        PlainActivations.differentiate(f, x.data, ix + done, g.data, ig + done, count - done);
    }

    @Override
    public void drop(DropoutMask mask, Tensor x, int n) {
        VectorDropout.drop(mask, x, n);
    }

    @Override
    public void pool(PoolingWindows windows, Tensor x, Tensor y, int[] argument, int n, int first, int end) {
        VectorPooling.pool(windows, x, y, argument, n, first, end);
    }

    @Override
    public void unpool(PoolingWindows windows, Tensor g, Tensor dx, int[] argument, int n) {
        Arrays.fill(dx.data, dx.at(n), dx.at(n) + dx.size(), 0);
        VectorPooling.unpool(windows, g, dx, argument, n);
    }

    @Override
    public void dropAndPool(PoolingWindows.Maxima maxima, DropoutMask mask, Tensor x, Tensor z, Tensor y, int n) {
        VectorDropout.dropAndPool(maxima, mask, x, z, y, n);
    }

    @Override
    public void keepPooled(Tensor g, int[] argument, int n, float factor) {
        VectorDropout.keepPooled(g, argument, n, factor);
    }

    @Override
    public void combinePooled(float[][] abc, PoolingWindows.Maxima maxima, Tensor g, Tensor z, Tensor y, int n) {
        VectorPooling.combine(abc, maxima, g, z, y, n);
    }

    @Override
    public void affineAndPool(PoolingWindows windows, float[] scale, float[] shift, Tensor x, Tensor y, int n) {
        VectorPooling.affineAndPool(windows, scale, shift, x, y, n);
    }

    @Override
    public void add(float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, y, iy + i).add(FloatVector.fromArray(SPECIES, x, ix + i));
            sum.intoArray(y, iy + i, SPECIES.indexInRange(i, count));
        }
    }

    @Override
    public void lookUp(SumTable table, int[] at, Tensor y, int n, int first, int end) {
        VectorTables.lookUp(table, at, y, n, first, end);
    }

    @Override
    public void scatter(SumTable table, int[] at, Tensor g, int n) {
        VectorTables.scatter(table, at, g, n);
    }

    @Override
    public void adam(Adam state, float[][] gradients, int from, int to, float decay, float rate) {
        float[] w = state.weights();
        float[] m = state.means();
        float[] v = state.squares();
        for (int i = from; i < to; i += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, to);
            FloatVector g = FloatVector.fromArray(SPECIES, gradients[0], i);
            for (int s = 1; s < gradients.length; s++) {
                g = g.add(FloatVector.fromArray(SPECIES, gradients[s], i));
            }
            FloatVector weight = FloatVector.fromArray(SPECIES, w, i, mask);
            g = weight.fma(FloatVector.broadcast(SPECIES, decay), g);
            FloatVector mean = FloatVector.fromArray(SPECIES, m, i, mask);
            mean = g.sub(mean).fma(FloatVector.broadcast(SPECIES, Adam.NEW_MEAN), mean);
            FloatVector square = FloatVector.fromArray(SPECIES, v, i, mask);
            square = g.fma(g, square.neg()).fma(FloatVector.broadcast(SPECIES, Adam.NEW_SQUARE), square);
            mean.intoArray(m, i, mask);
            square.intoArray(v, i, mask);
            weight.sub(mean.mul(rate).div(square.sqrt().add(Adam.EPSILON))).intoArray(w, i, mask);
        }
    }
}
