package org.expomotif.network.kernel;

import java.util.Arrays;
import org.expomotif.network.spec.Activation;

/** The kernels as plain loops: the reference for {@link VectorKernels}, used if the Vector API is missing. */
public final class PlainKernels implements Kernels {
    @Override
    public int lanes() {
        return 8;
    }

    @Override
    public void multiply(Product product, Tensor a, Tensor c, int from, int to, int first, int end) {
        PackedMatrix b = product.matrix();
        for (int p = 0; p < b.count(); p++) {
            int pitch = b.vectors[p] * b.lanes;
            int width = b.width(p);
            for (int s = from; s < to; s++) {
                for (int r = first; r < end; r++) {
                    int ia = a.at(s) + product.start() + r * product.step();
                    int ic = c.at(s) + r * b.columns + b.starts[p];
                    Arrays.fill(c.data, ic, ic + width, 0);
                    for (int k = 0, q = b.offset(p); k < b.rows; k++, q += pitch) {
                        addProduct(a.data[ia + k], b.data, q, c.data, ic, width);
                    }
                }
            }
        }
    }

    /** c += x b. */
    private static void addProduct(float x, float[] b, int ib, float[] c, int ic, int count) {
        for (int j = 0; j < count; j++) {
            c[ic + j] = Math.fma(x, b[ib + j], c[ic + j]);
        }
    }

    @Override
    public boolean sparseGradient(SparseGradient layout, Tensor g, Tensor y, int n) {
        int count = g.size();
        int ig = g.at(n);
        int nonZeros = 0;
        for (int i = 0; i < count; i++) {
            nonZeros += g.data[ig + i] != 0 ? 1 : 0;
        }
        if ((long) SparseGradient.SPARSE * nonZeros > count) {
            return false;
        }
        Arrays.fill(y.data, y.at(n), y.at(n) + y.size(), 0);
        for (int i = 0; i < count; i++) {
            float x = g.data[ig + i];
            if (x != 0) {
                int row = i / layout.channels();
                int from = layout.from(row);
                int filter = i % layout.channels() * layout.terms();
                int to = y.at(n) - layout.first() + row * layout.step() + from;
                addProduct(x, layout.filters(), filter + from, y.data, to, layout.to(row) - from);
            }
        }
        return true;
    }

    @Override
    public void accumulate(WeightGradient layout, Tensor a, Tensor d, int from, int to, float[] c) {
        int terms = WeightGradient.terms(d, from, to);
        int columns = layout.columns();
        int ia = a.at(from) + layout.start();
        int id = d.at(from);
        for (int r = 0; r < layout.rows(); r++) {
            int ic = layout.first() + r * columns;
            for (int l = 0; l < terms; l++) {
                addProduct(a.data[ia + l * layout.step() + r], d.data, id + l * columns, c, ic, columns);
            }
        }
    }

    @Override
    public void affine(float[] scale, float[] shift, Tensor x, Tensor y, int n, int first, int end) {
        for (int r = first; r < end; r++) {
            int ix = x.at(n, r);
            int iy = y.at(n, r);
            for (int j = 0; j < x.channels; j++) {
                y.data[iy + j] = Math.fma(x.data[ix + j], scale[j], shift[j]);
            }
        }
    }

    @Override
    public void moments(Tensor x, Tensor z, int n, int rows, float[] sums) {
        int channels = x.channels;
        Arrays.fill(sums, 0, 2 * channels, 0);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < channels; j++) {
                float value = x.data[x.at(n, r) + j];
                sums[j] += value;
                sums[channels + j] = Math.fma(value, z.data[z.at(n, r) + j], sums[channels + j]);
            }
        }
    }

    @Override
    public void combine(float[][] abc, Tensor g, Tensor z, Tensor y, int n) {
        for (int r = 0; r < z.length; r++) {
            for (int j = 0; j < z.channels; j++) {
                float rest = Math.fma(z.data[z.at(n, r) + j], abc[1][j], abc[2][j]);
                y.data[y.at(n, r) + j] = Math.fma(g.data[g.at(n, r) + j], abc[0][j], rest);
            }
        }
    }

    @Override
    public void activate(Activation f, Tensor x, Tensor y, int n, int first, int end) {
        PlainActivations.activate(f, x.data, x.at(n, first), y.data, y.at(n, first), (end - first) * x.channels);
    }

    @Override
    public void differentiate(Activation f, Tensor x, Tensor g, int n) {
        PlainActivations.differentiate(f, x.data, x.at(n), g.data, g.at(n), g.size());
    }

    @Override
    public void drop(DropoutMask mask, Tensor x, int n) {
        for (int j = 0; j < x.channels; j++) {
            int draw = mask.state()[j];
            for (int r = 0; r < x.length; r++) {
                draw = DropoutMask.next(draw);
                int i = x.at(n, r) + j;
                x.data[i] = draw >= mask.threshold() ? x.data[i] * mask.factor() : 0;
            }
        }
    }

    @Override
    public void pool(PoolingWindows windows, Tensor x, Tensor y, int[] argument, int n, int first, int end) {
        PlainPooling.pool(windows, x, y, argument, n, first, end);
    }

    @Override
    public void unpool(PoolingWindows windows, Tensor g, Tensor dx, int[] argument, int n) {
        PlainPooling.unpool(windows, g, dx, argument, n);
    }

    @Override
    public void dropAndPool(PoolingWindows.Maxima maxima, DropoutMask mask, Tensor x, Tensor z, Tensor y, int n) {
        PlainPooling.dropAndPool(maxima, mask, x, z, y, n);
    }

    @Override
    public void keepPooled(Tensor g, int[] argument, int n, float factor) {
        int size = g.size();
        for (int i = 0; i < size; i++) {
            int q = g.at(n) + i;
            g.data[q] = argument[n * size + i] < 0 ? 0 : g.data[q] * factor;
        }
    }

    @Override
    public void combinePooled(float[][] abc, PoolingWindows.Maxima maxima, Tensor g, Tensor z, Tensor y, int n) {
        PlainPooling.unpool(maxima.windows(), g, y, maxima.argument(), n);
        combine(abc, y, z, y, n);
    }

    @Override
    public void affineAndPool(PoolingWindows windows, float[] scale, float[] shift, Tensor x, Tensor y, int n) {
        PlainPooling.affineAndPool(windows, scale, shift, x, y, n);
    }

    @Override
    public void add(float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i++) {
            y[iy + i] += x[ix + i];
        }
    }

    @Override
    public void lookUp(SumTable table, int[] at, Tensor y, int n, int first, int end) {
        Arrays.fill(y.data, y.at(n, first), y.at(n, end), 0);
        for (int l = 0; l < end - first; l++) {
            for (int p = 0; p < table.terms(); p++) {
                int row = p * table.stride() + at[l + p * table.step()];
                add(table.values(), row, y.data, y.at(n, first + l), y.channels);
            }
        }
    }

    @Override
    public void scatter(SumTable table, int[] at, Tensor g, int n) {
        for (int l = 0; l < g.length; l++) {
            for (int p = 0; p < table.terms(); p++) {
                int row = p * table.stride() + at[l + p * table.step()];
                add(g.data, g.at(n, l), table.values(), row, g.channels);
            }
        }
    }

    @Override
    public void adam(Adam state, float[][] gradients, int from, int to, float decay, float rate) {
        float[] w = state.weights();
        float[] m = state.means();
        float[] v = state.squares();
        for (int i = from; i < to; i++) {
            float g = gradients[0][i];
            for (int s = 1; s < gradients.length; s++) {
                g += gradients[s][i];
            }
            g = Math.fma(w[i], decay, g);
            m[i] = Math.fma(g - m[i], Adam.NEW_MEAN, m[i]);
            v[i] = Math.fma(Math.fma(g, g, -v[i]), Adam.NEW_SQUARE, v[i]);
            w[i] -= m[i] * rate / ((float) Math.sqrt(v[i]) + Adam.EPSILON);
        }
    }
}
