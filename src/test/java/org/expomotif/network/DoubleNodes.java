package org.expomotif.network;

import java.util.List;
import org.expomotif.network.spec.Activation;

/** The layers of {@link DoubleNetwork}, other than the {@link DoubleProducts}. */
final class DoubleNodes {
    private DoubleNodes() {}

    static double[][][] like(double[][][] x, int length, int channels) {
        return new double[x.length][length][channels];
    }

    /** (x - mean) / sqrt(variance + 0.001) gamma + beta. */
    static final class Normalize extends NormalizeNode {
        final String name;
        private double[][][] hat = {};
        private double[] inverse = {};
        private boolean training;

        Normalize(DoubleNetwork net, String name) {
            super(net, name);
            this.name = name;
        }

        @Override
        public double[][][] forward(double[][][] x, boolean train) {
            training = train;
            int channels = gamma.length;
            int length = x[0].length;
            double count = (double) x.length * length;
            hat = like(x, length, channels);
            inverse = new double[channels];
            double[][][] y = like(x, length, channels);
            for (int c = 0; c < channels; c++) {
                double m = mean[c];
                double v = variance[c];
                if (train) {
                    m = 0;
                    v = 0;
                    for (double[][] sample : x) {
                        for (double[] row : sample) {
                            m += row[c] / count;
                        }
                    }
                    for (double[][] sample : x) {
                        for (double[] row : sample) {
                            v += (row[c] - m) * (row[c] - m) / count;
                        }
                    }
                }
                inverse[c] = 1 / Math.sqrt(v + 1e-3);
                for (int n = 0; n < x.length; n++) {
                    for (int l = 0; l < length; l++) {
                        hat[n][l][c] = (x[n][l][c] - m) * inverse[c];
                        y[n][l][c] = gamma[c] * hat[n][l][c] + beta[c];
                    }
                }
            }
            return y;
        }

        @Override
        public double[][][] backward(double[][][] dy) {
            int channels = gamma.length;
            int length = dy[0].length;
            double count = (double) dy.length * length;
            double[][][] dx = like(dy, length, channels);
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                double product = 0;
                for (int n = 0; n < dy.length; n++) {
                    for (int l = 0; l < length; l++) {
                        sum += dy[n][l][c];
                        product += dy[n][l][c] * hat[n][l][c];
                    }
                }
                dbeta[c] += sum;
                dgamma[c] += product;
                for (int n = 0; n < dy.length; n++) {
                    for (int l = 0; l < length; l++) {
                        double g = dy[n][l][c];
                        double centred = training ? g - sum / count - hat[n][l][c] * product / count : g;
                        dx[n][l][c] = gamma[c] * inverse[c] * centred;
                    }
                }
            }
            return dx;
        }
    }

    /** x + bias. */
    static final class Shift implements DoubleNetwork.Node {
        private final DoubleNetwork net;
        final String name;
        private final double[] bias;
        private final double[] dbias;

        Shift(DoubleNetwork net, String name) {
            this.net = net;
            this.name = name;
            bias = net.weights.get(name + "/bias");
            dbias = net.gradients.get(name + "/bias");
        }

        @Override
        public double[][][] forward(double[][][] x, boolean training) {
            double[][][] y = like(x, x[0].length, bias.length);
            for (int n = 0; n < x.length; n++) {
                for (int l = 0; l < x[n].length; l++) {
                    for (int c = 0; c < bias.length; c++) {
                        y[n][l][c] = net.round(x[n][l][c] + bias[c]);
                    }
                }
            }
            return y;
        }

        @Override
        public double[][][] backward(double[][][] dy) {
            for (double[][] sample : dy) {
                for (double[] row : sample) {
                    for (int c = 0; c < bias.length; c++) {
                        dbias[c] = net.round(dbias[c] + row[c]);
                    }
                }
            }
            return dy;
        }
    }

    /** f(x). */
    static final class Activate implements DoubleNetwork.Node {
        private final DoubleNetwork net;
        final Activation f;
        private double[][][] x = {};

        Activate(DoubleNetwork net, Activation f) {
            this.net = net;
            this.f = f;
        }

        @Override
        public double[][][] forward(double[][][] input, boolean training) {
            x = input;
            double[][][] y = like(x, x[0].length, x[0][0].length);
            for (int n = 0; n < x.length; n++) {
                for (int l = 0; l < x[n].length; l++) {
                    for (int c = 0; c < x[n][l].length; c++) {
                        y[n][l][c] = net.round(f.value(x[n][l][c]));
                    }
                }
            }
            return y;
        }

        @Override
        public double[][][] backward(double[][][] dy) {
            double[][][] dx = like(x, x[0].length, x[0][0].length);
            for (int n = 0; n < x.length; n++) {
                for (int l = 0; l < x[n].length; l++) {
                    for (int c = 0; c < x[n][l].length; c++) {
                        dx[n][l][c] = net.round(dy[n][l][c] * f.derivative(x[n][l][c]));
                    }
                }
            }
            return dx;
        }

        @Override
        public double[][][] rescale(double[][][] dy) {
            double[][][] dx = like(x, x[0].length, x[0][0].length);
            for (int l = 0; l < x[0].length; l++) {
                for (int c = 0; c < x[0][l].length; c++) {
                    double difference = x[0][l][c] - x[1][l][c];
                    double slope = Math.abs(difference) > 1e-6
                            ? (f.value(x[0][l][c]) - f.value(x[1][l][c])) / difference
                            : f.derivative((x[0][l][c] + x[1][l][c]) / 2);
                    dx[1][l][c] = dy[1][l][c] * slope;
                }
            }
            return dx;
        }
    }

    /** Maximum over windows, which are placed as in Keras. */
    static final class Pool implements DoubleNetwork.Node {
        private final int size;
        private final boolean same;
        private double[][][] x = {};

        Pool(int size, boolean same) {
            this.size = size;
            this.same = same;
        }

        int rows() {
            return same ? (int) Math.ceil(x[0].length / (double) size) : x[0].length / size;
        }

        /** First row of a window; it may lie before the input. */
        int first(int o) {
            int left = same ? Math.max(0, rows() * size - x[0].length) / 2 : 0;
            return o * size - left;
        }

        int size() {
            return size;
        }

        int best(int n, int o, int c) {
            int best = -1;
            for (int l = first(o); l < first(o) + size; l++) {
                if (l >= 0 && l < x[n].length && (best < 0 || x[n][l][c] > x[n][best][c])) {
                    best = l;
                }
            }
            return best;
        }

        @Override
        public double[][][] forward(double[][][] input, boolean training) {
            x = input;
            double[][][] y = like(x, rows(), x[0][0].length);
            for (int n = 0; n < x.length; n++) {
                for (int o = 0; o < y[n].length; o++) {
                    for (int c = 0; c < y[n][o].length; c++) {
                        y[n][o][c] = x[n][best(n, o, c)][c];
                    }
                }
            }
            return y;
        }

        @Override
        public double[][][] backward(double[][][] dy) {
            double[][][] dx = like(x, x[0].length, x[0][0].length);
            for (int n = 0; n < x.length; n++) {
                for (int o = 0; o < dy[n].length; o++) {
                    for (int c = 0; c < dy[n][o].length; c++) {
                        dx[n][best(n, o, c)][c] += dy[n][o][c];
                    }
                }
            }
            return dx;
        }

        @Override
        public double[][][] rescale(double[][][] dy) {
            double[][][] dx = like(x, x[0].length, x[0][0].length);
            for (int o = 0; o < dy[1].length; o++) {
                for (int c = 0; c < dy[1][o].length; c++) {
                    double rise = x[0][best(0, o, c)][c] - x[1][best(1, o, c)][c];
                    int row = best(rise >= 0 ? 0 : 1, o, c);
                    double difference = x[0][row][c] - x[1][row][c];
                    dx[1][row][c] = dy[1][o][c] * (difference == 0 ? 1 : rise / difference);
                }
            }
            return dx;
        }
    }

    /** x + inner(x). */
    static final class Skip implements DoubleNetwork.Node {
        private final DoubleNetwork net;
        final List<DoubleNetwork.Node> inner;

        Skip(DoubleNetwork net, List<DoubleNetwork.Node> inner) {
            this.net = net;
            this.inner = inner;
        }

        double[][][] sum(double[][][] a, double[][][] b) {
            double[][][] c = like(a, a[0].length, a[0][0].length);
            for (int n = 0; n < a.length; n++) {
                for (int l = 0; l < a[n].length; l++) {
                    for (int i = 0; i < a[n][l].length; i++) {
                        c[n][l][i] = net.round(a[n][l][i] + b[n][l][i]);
                    }
                }
            }
            return c;
        }

        @Override
        public double[][][] forward(double[][][] x, boolean training) {
            double[][][] y = x;
            for (DoubleNetwork.Node node : inner) {
                y = node.forward(y, training);
            }
            return sum(x, y);
        }

        @Override
        public double[][][] backward(double[][][] dy) {
            double[][][] d = dy;
            for (DoubleNetwork.Node node : inner.reversed()) {
                d = node.backward(d);
            }
            return sum(dy, d);
        }

        @Override
        public double[][][] rescale(double[][][] dy) {
            double[][][] d = dy;
            for (DoubleNetwork.Node node : inner.reversed()) {
                d = node.rescale(d);
            }
            return sum(dy, d);
        }
    }
}
