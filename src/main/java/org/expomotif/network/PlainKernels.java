package org.expomotif.network;

import java.util.Arrays;

/**
 * The loops, written plainly: the definition that {@link VectorKernels} is held to, and what runs where the Vector API
 * is missing.
 */
final class PlainKernels implements Kernels {
    @Override
    public int lanes() {
        return 8;
    }

    @Override
    public void multiply(
            float[] a, int ia, int pa, int la, Panels b, float[] c, int ic, int pc, int lc, int rows, int samples) {
        float[] sum = new float[3 * b.lanes];
        for (int p = 0; p < b.count(); p++) {
            int pitch = b.vectors[p] * b.lanes;
            for (int s = 0; s < samples; s++) {
                for (int r = 0; r < rows; r++) {
                    Arrays.fill(sum, 0);
                    int from = ia + s * pa + r * la;
                    for (int k = 0, q = b.offset(p); k < b.rows; k++, q += pitch) {
                        float x = a[from + k];
                        for (int j = 0; j < pitch; j++) {
                            sum[j] = Math.fma(x, b.data[q + j], sum[j]);
                        }
                    }
                    System.arraycopy(sum, 0, c, ic + s * pc + r * lc + b.starts[p], b.width(p));
                }
            }
        }
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
    public void moments(float[] x, int ix, float[] z, int iz, int rows, int channels, double[] sum, double[] product) {
        float[] s = new float[channels];
        float[] p = new float[channels];
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < channels; j++) {
                float value = x[ix + r * channels + j];
                s[j] += value;
                p[j] = Math.fma(value, z[iz + r * channels + j], p[j]);
            }
        }
        for (int j = 0; j < channels; j++) {
            sum[j] += s[j];
            product[j] += p[j];
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
        float inner = (float) f.inner();
        float shift = (float) -f.shift();
        float outer = (float) f.outer();
        for (int i = 0; i < count; i++) {
            y[iy + i] = outer * PlainCurves.value(f.form(), Math.fma(x[ix + i], inner, shift));
        }
    }

    @Override
    public void differentiate(Activation f, float[] x, int ix, float[] g, int ig, int count) {
        float inner = (float) f.inner();
        float shift = (float) -f.shift();
        float factor = (float) (f.outer() * f.inner());
        for (int i = 0; i < count; i++) {
            g[ig + i] *= factor * PlainCurves.slope(f.form(), Math.fma(x[ix + i], inner, shift));
        }
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
    public void pool(
            float[] x,
            int ix,
            int length,
            int channels,
            int size,
            int left,
            int rows,
            float[] y,
            int iy,
            int[] argument,
            int ia) {
        for (int o = 0; o < rows; o++) {
            int first = Math.max(0, o * size - left);
            int end = Math.min(length, o * size - left + size);
            for (int j = 0; j < channels; j++) {
                float best = x[ix + first * channels + j];
                int row = first;
                for (int l = first + 1; l < end; l++) {
                    float value = x[ix + l * channels + j];
                    if (value > best) {
                        best = value;
                        row = l;
                    }
                }
                y[iy + o * channels + j] = best;
                argument[ia + o * channels + j] = row;
            }
        }
    }

    @Override
    public void unpool(
            float[] g,
            int ig,
            int length,
            int channels,
            int size,
            int left,
            int rows,
            float[] dx,
            int ix,
            int[] argument,
            int ia) {
        Arrays.fill(dx, ix, ix + length * channels, 0);
        for (int o = 0; o < rows; o++) {
            for (int j = 0; j < channels; j++) {
                dx[ix + argument[ia + o * channels + j] * channels + j] = g[ig + o * channels + j];
            }
        }
    }

    @Override
    public void add(float[] x, int ix, float[] y, int iy, int count) {
        for (int i = 0; i < count; i++) {
            y[iy + i] += x[ix + i];
        }
    }

    @Override
    public void lookUp(int[] at, float[] table, int pairs, int stride, int channels, int rows, float[] y, int iy) {
        Arrays.fill(y, iy, iy + rows * channels, 0);
        for (int l = 0; l < rows; l++) {
            for (int p = 0; p < pairs; p++) {
                add(table, p * stride + at[l + 2 * p], y, iy + l * channels, channels);
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
