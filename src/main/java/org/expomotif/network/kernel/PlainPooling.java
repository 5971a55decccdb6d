package org.expomotif.network.kernel;

import java.util.Arrays;

/** The pooling loops of {@link PlainKernels}. */
final class PlainPooling {
    private PlainPooling() {}

    static void pool(float[] x, int ix, PoolingWindows windows, float[] y, int iy, int[] argument, int ia) {
        int channels = windows.channels();
        for (int o = 0; o < windows.rows(); o++) {
            int first = windows.first(o);
            int end = windows.end(o);
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

    static void affineAndPool(
            float[] x, int ix, PoolingWindows windows, float[] scale, float[] shift, float[] y, int iy) {
        int channels = windows.channels();
        for (int o = 0; o < windows.rows(); o++) {
            for (int j = 0; j < channels; j++) {
                for (int l = windows.first(o); l < windows.end(o); l++) {
                    float value = Math.fma(x[ix + l * channels + j], scale[j], shift[j]);
                    if (l == windows.first(o) || value > y[iy + o * channels + j]) {
                        y[iy + o * channels + j] = value;
                    }
                }
            }
        }
    }

    static void unpool(float[] g, int ig, PoolingWindows windows, float[] dx, int ix, int[] argument, int ia) {
        int channels = windows.channels();
        Arrays.fill(dx, ix, ix + windows.length() * channels, 0);
        for (int o = 0; o < windows.rows(); o++) {
            for (int j = 0; j < channels; j++) {
                int row = argument[ia + o * channels + j];
                if (row >= 0) {
                    dx[ix + row * channels + j] = g[ig + o * channels + j];
                }
            }
        }
    }

    static void dropAndPool(
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
        int channels = windows.channels();
        for (int j = 0; j < channels; j++) {
            int draw = state[j];
            for (int o = 0; o < windows.rows(); o++) {
                int first = windows.first(o);
                int to = o * channels + j;
                for (int l = first; l < windows.end(o); l++) {
                    draw ^= draw << 13;
                    draw ^= draw >>> 17;
                    draw ^= draw << 5;
                    boolean kept = draw >= threshold;
                    float value = kept ? x[ix + l * channels + j] * factor : 0;
                    if (l == first || value > y[iy + to]) {
                        y[iy + to] = value;
                        top[it + to] = z[iz + l * channels + j];
                        argument[it + to] = kept ? l : -1;
                    }
                }
            }
        }
    }

    static void combine(
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
        int channels = windows.channels();
        unpool(g, ig, windows, y, iy, argument, ia);
        for (int l = 0; l < windows.length(); l++) {
            for (int j = 0; j < channels; j++) {
                int q = l * channels + j;
                y[iy + q] = Math.fma(y[iy + q], abc[0][j], Math.fma(z[iz + q], abc[1][j], abc[2][j]));
            }
        }
    }
}
