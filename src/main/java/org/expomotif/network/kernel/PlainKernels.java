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
        for (int p = 0; p < b.count(); p++) {
            int pitch = b.vectors[p] * b.lanes;
            int width = b.width(p);
            for (int s = 0; s < samples; s++) {
                for (int r = 0; r < rows; r++) {
                    int from = ia + s * pa + r * la;
                    int to = ic + s * pc + r * lc + b.starts[p];
                    Arrays.fill(c, to, to + width, 0);
                    for (int k = 0, q = b.offset(p); k < b.rows; k++, q += pitch) {
                        float x = a[from + k];
                        for (int j = 0; j < width; j++) {
                            c[to + j] = Math.fma(x, b.data[q + j], c[to + j]);
                        }
                    }
                }
            }
        }
    }

    @Override
    public boolean sparseGradient(float[] g, int ig, SparseGradient layout, float[] y, int iy) {
        int count = layout.rows() * layout.channels();
        int nonZeros = 0;
        for (int i = 0; i < count; i++) {
            nonZeros += g[ig + i] != 0 ? 1 : 0;
        }
        if ((long) SparseGradient.SPARSE * nonZeros > count) {
            return false;
        }
        Arrays.fill(y, iy + layout.first(), iy + layout.end(), 0);
        for (int i = 0; i < count; i++) {
            float x = g[ig + i];
            int row = i / layout.channels();
            for (int j = layout.from(row); j < layout.to(row) && x != 0; j++) {
                int q = iy + row * layout.step() + j;
                y[q] = Math.fma(x, layout.filters()[i % layout.channels() * layout.terms() + j], y[q]);
            }
        }
        return true;
    }

    @Override
    public void accumulate(
            float[] a, int ia, int sa, int rows, float[] d, int id, int columns, int terms, float[] c, int ic) {
        for (int r = 0; r < rows; r++) {
            int q = ic + r * columns;
            for (int l = 0; l < terms; l++) {
                float x = a[ia + l * sa + r];
                for (int j = 0; j < columns; j++) {
                    c[q + j] = Math.fma(x, d[id + l * columns + j], c[q + j]);
                }
            }
        }
    }

    @Override
    public void affine(float[] x, int ix, int rows, int channels, float[] scale, float[] shift, float[] y, int iy) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < channels; j++) {
                y[iy + r * channels + j] = Math.fma(x[ix + r * channels + j], scale[j], shift[j]);
            }
        }
    }

    @Override
    public void moments(float[] x, int ix, float[] z, int iz, int rows, int channels, float[] sums) {
        Arrays.fill(sums, 0, 2 * channels, 0);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < channels; j++) {
                float value = x[ix + r * channels + j];
                sums[j] += value;
                sums[channels + j] = Math.fma(value, z[iz + r * channels + j], sums[channels + j]);
            }
        }
    }

    @Override
    public void combine(
            float[] g, int ig, float[] z, int iz, int rows, int channels, float[][] abc, float[] y, int iy) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < channels; j++) {
                float rest = Math.fma(z[iz + r * channels + j], abc[1][j], abc[2][j]);
                y[iy + r * channels + j] = Math.fma(g[ig + r * channels + j], abc[0][j], rest);
            }
        }
    }

    @Override
    public void activate(Activation f, float[] x, int ix, float[] y, int iy, int count) {
        PlainActivations.activate(f, x, ix, y, iy, count);
    }

    @Override
    public void differentiate(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        PlainActivations.differentiate(f, x, ix, g, ig, count);
    }

    @Override
    public void drop(float[] x, int ix, int rows, int channels, int[] state, int threshold, float factor) {
        for (int j = 0; j < channels; j++) {
            int draw = state[j];
            for (int r = 0; r < rows; r++) {
                draw ^= draw << 13;
                draw ^= draw >>> 17;
                draw ^= draw << 5;
                int i = ix + r * channels + j;
                x[i] = draw >= threshold ? x[i] * factor : 0;
            }
        }
    }

    @Override
    public void pool(float[] x, int ix, PoolingWindows windows, float[] y, int iy, int[] argument, int ia) {
        PlainPooling.pool(x, ix, windows, y, iy, argument, ia);
    }

    @Override
    public void unpool(float[] g, int ig, PoolingWindows windows, float[] dx, int ix, int[] argument, int ia) {
        PlainPooling.unpool(g, ig, windows, dx, ix, argument, ia);
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
        PlainPooling.dropAndPool(x, ix, z, iz, windows, state, threshold, factor, y, top, iy, it, argument);
    }

    @Override
    public void keepPooled(float[] g, int ig, int[] argument, int ia, int count, float factor) {
        for (int i = 0; i < count; i++) {
            g[ig + i] = argument[ia + i] < 0 ? 0 : g[ig + i] * factor;
        }
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
        PlainPooling.combine(g, ig, argument, ia, windows, z, iz, abc, y, iy);
    }

    @Override
    public void affineAndPool(
            float[] x, int ix, PoolingWindows windows, float[] scale, float[] shift, float[] y, int iy) {
        PlainPooling.affineAndPool(x, ix, windows, scale, shift, y, iy);
    }

    @Override
    public void add(float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i++) {
            y[iy + i] += x[ix + i];
        }
    }

    @Override
    public void lookUp(
            int[] at, int step, float[] table, int terms, int stride, int channels, int rows, float[] y, int iy) {
        Arrays.fill(y, iy, iy + rows * channels, 0);
        for (int l = 0; l < rows; l++) {
            for (int p = 0; p < terms; p++) {
                add(table, p * stride + at[l + step * p], y, iy + l * channels, channels);
            }
        }
    }

    @Override
    public void scatter(int[] at, float[] table, int pairs, int stride, int channels, int rows, float[] g, int ig) {
        for (int l = 0; l < rows; l++) {
            for (int p = 0; p < pairs; p++) {
                add(g, ig + l * channels, table, p * stride + at[l + 2 * p], channels);
            }
        }
    }

    @Override
    public void adam(float[] w, float[] m, float[] v, float[][] gradients, int from, int to, float decay, float rate) {
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
