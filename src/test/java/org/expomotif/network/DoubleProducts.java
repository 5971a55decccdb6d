package org.expomotif.network;

/** The convolution and the dense product of {@link DoubleNetwork}. */
final class DoubleProducts {
    private DoubleProducts() {}

    /** y[l][o] = sum x[l + k - left][i] w[k][i][o]. */
    static final class Convolve implements DoubleNetwork.Node {
        private final DoubleNetwork net;
        final String name;
        private final double[] w;
        private final double[] dw;
        private final int width;
        private final boolean same;
        private double[][][] x = {};

        Convolve(DoubleNetwork net, String name, int width, boolean same) {
            this.net = net;
            this.name = name;
            w = net.weights.get(name + "/kernel");
            dw = net.gradients.get(name + "/kernel");
            this.width = width;
            this.same = same;
        }

        @Override
        public double[][][] forward(double[][][] input, boolean training) {
            x = input;
            int ci = x[0][0].length;
            int co = w.length / width / ci;
            int left = same ? (width - 1) / 2 : 0;
            double[][][] y = DoubleNodes.like(x, same ? x[0].length : x[0].length - width + 1, co);
            for (int n = 0; n < x.length; n++) {
                for (int l = 0; l < y[n].length; l++) {
                    for (int k = 0; k < width; k++) {
                        int at = l + k - left;
                        if (at < 0 || at >= x[n].length) {
                            continue;
                        }
                        for (int i = 0; i < ci; i++) {
                            double value = x[n][at][i];
                            if (value != 0) {
                                net.add(value, w, (k * ci + i) * co, y[n][l]);
                            }
                        }
                    }
                }
            }
            return y;
        }

        @Override
        public double[][][] backward(double[][][] dy) {
            int ci = x[0][0].length;
            int co = w.length / width / ci;
            int left = same ? (width - 1) / 2 : 0;
            double[][][] dx = DoubleNodes.like(x, x[0].length, ci);
            for (int n = 0; n < x.length; n++) {
                for (int l = 0; l < dy[n].length; l++) {
                    for (int k = 0; k < width; k++) {
                        int at = l + k - left;
                        if (at < 0 || at >= x[n].length) {
                            continue;
                        }
                        for (int i = 0; i < ci; i++) {
                            for (int o = 0; o < co; o++) {
                                int q = (k * ci + i) * co + o;
                                dx[n][at][i] = net.round(dx[n][at][i] + dy[n][l][o] * w[q]);
                                dw[q] = net.round(dw[q] + dy[n][l][o] * x[n][at][i]);
                            }
                        }
                    }
                }
            }
            return dx;
        }
    }

    /** Dense over the flattened input. */
    static final class Multiply implements DoubleNetwork.Node {
        private final DoubleNetwork net;
        final String name;
        private final double[] w;
        private final double[] dw;
        private double[][][] x = {};

        Multiply(DoubleNetwork net, String name) {
            this.net = net;
            this.name = name;
            w = net.weights.get(name + "/kernel");
            dw = net.gradients.get(name + "/kernel");
        }

        @Override
        public double[][][] forward(double[][][] input, boolean training) {
            x = input;
            int channels = x[0][0].length;
            int units = w.length / (x[0].length * channels);
            double[][][] y = DoubleNodes.like(x, 1, units);
            for (int n = 0; n < x.length; n++) {
                for (int i = 0; i < x[n].length * channels; i++) {
                    net.add(x[n][i / channels][i % channels], w, i * units, y[n][0]);
                }
            }
            return y;
        }

        @Override
        public double[][][] backward(double[][][] dy) {
            int channels = x[0][0].length;
            int units = dy[0][0].length;
            double[][][] dx = DoubleNodes.like(x, x[0].length, channels);
            for (int n = 0; n < x.length; n++) {
                for (int i = 0; i < x[n].length * channels; i++) {
                    for (int o = 0; o < units; o++) {
                        double[] below = dx[n][i / channels];
                        below[i % channels] = net.round(below[i % channels] + dy[n][0][o] * w[i * units + o]);
                        int q = i * units + o;
                        dw[q] = net.round(dw[q] + dy[n][0][o] * x[n][i / channels][i % channels]);
                    }
                }
            }
            return dx;
        }
    }
}
