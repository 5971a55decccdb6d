package org.expomotif.network.kernel;

import java.util.Arrays;

/** The pooling loops of {@link PlainKernels}. */
final class PlainPooling {
    private PlainPooling() {}

    static void pool(PoolingWindows windows, Tensor x, Tensor y, int[] argument, int n, int first, int end) {
        for (int o = first; o < end; o++) {
            for (int j = 0; j < x.channels; j++) {
                int row = windows.first(o);
                float best = x.data[x.at(n, row) + j];
                for (int l = row + 1; l < windows.end(o); l++) {
                    float value = x.data[x.at(n, l) + j];
                    if (value > best) {
                        best = value;
                        row = l;
                    }
                }
                y.data[y.at(n, o) + j] = best;
                argument[windows.at(n) + o * x.channels + j] = row;
            }
        }
    }

    static void affineAndPool(PoolingWindows windows, float[] scale, float[] shift, Tensor x, Tensor y, int n) {
        for (int o = 0; o < windows.rows(); o++) {
            for (int j = 0; j < x.channels; j++) {
                int to = y.at(n, o) + j;
                for (int l = windows.first(o); l < windows.end(o); l++) {
                    float value = Math.fma(x.data[x.at(n, l) + j], scale[j], shift[j]);
                    if (l == windows.first(o) || value > y.data[to]) {
                        y.data[to] = value;
                    }
                }
            }
        }
    }

    static void unpool(PoolingWindows windows, Tensor g, Tensor dx, int[] argument, int n) {
        int channels = dx.channels;
        Arrays.fill(dx.data, dx.at(n), dx.at(n) + dx.size(), 0);
        for (int o = 0; o < windows.rows(); o++) {
            for (int j = 0; j < channels; j++) {
                int row = argument[windows.at(n) + o * channels + j];
                if (row >= 0) {
                    dx.data[dx.at(n, row) + j] = g.data[g.at(n, o) + j];
                }
            }
        }
    }

    static void dropAndPool(PoolingWindows.Maxima maxima, DropoutMask mask, Tensor x, Tensor z, Tensor y, int n) {
        PoolingWindows windows = maxima.windows();
        for (int j = 0; j < x.channels; j++) {
            int draw = mask.state()[j];
            for (int o = 0; o < windows.rows(); o++) {
                int first = windows.first(o);
                int to = y.at(n, o) + j;
                for (int l = first; l < windows.end(o); l++) {
                    draw = DropoutMask.next(draw);
                    boolean kept = draw >= mask.threshold();
                    float value = kept ? x.data[x.at(n, l) + j] * mask.factor() : 0;
                    if (l == first || value > y.data[to]) {
                        y.data[to] = value;
                        maxima.z().data[maxima.z().at(n, o) + j] = z.data[z.at(n, l) + j];
                        maxima.argument()[windows.at(n) + o * x.channels + j] = kept ? l : -1;
                    }
                }
            }
        }
    }
}
