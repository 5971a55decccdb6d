package org.expomotif.network;

/**
 * Batch normalisation in single precision in the form of fast engines: the variance is the mean of squares minus the
 * square of the mean, and both passes take one multiplication and one addition per value. Its rounding error grows with
 * (mean / deviation)^2; that of {@link DoubleNodes.Normalize} does not.
 */
final class FusedNormalize extends NormalizeNode {
    private final DoubleNetwork net;
    private final double[] centre;
    private final double[] inverse;
    private double[][][] x = {};

    FusedNormalize(DoubleNetwork net, String name) {
        super(net, name);
        this.net = net;
        centre = new double[gamma.length];
        inverse = new double[gamma.length];
    }

    private double count() {
        return (double) x.length * x[0].length;
    }

    @Override
    public double[][][] forward(double[][][] input, boolean training) {
        x = input;
        double[][][] y = new double[x.length][x[0].length][gamma.length];
        for (int c = 0; c < gamma.length; c++) {
            double m = mean[c];
            double v = variance[c];
            if (training) {
                double sum = 0;
                double squares = 0;
                for (double[][] sample : x) {
                    for (double[] row : sample) {
                        sum = net.round(sum + row[c]);
                        squares = net.round(squares + row[c] * row[c]);
                    }
                }
                m = net.round(sum / count());
                v = Math.max(0, net.round(net.round(squares / count()) - m * m));
            }
            centre[c] = m;
            inverse[c] = net.round(1 / Math.sqrt(net.round(v + 1e-3)));
            double scale = net.round(gamma[c] * inverse[c]);
            double shift = net.round(beta[c] - m * scale);
            for (int n = 0; n < x.length; n++) {
                for (int l = 0; l < x[n].length; l++) {
                    y[n][l][c] = net.round(x[n][l][c] * scale + shift);
                }
            }
        }
        return y;
    }

    /** In training mode. */
    @Override
    public double[][][] backward(double[][][] dy) {
        double[][][] dx = new double[x.length][x[0].length][gamma.length];
        for (int c = 0; c < gamma.length; c++) {
            double sum = 0;
            double product = 0;
            for (int n = 0; n < x.length; n++) {
                for (int l = 0; l < x[n].length; l++) {
                    sum = net.round(sum + dy[n][l][c]);
                    product = net.round(product + dy[n][l][c] * x[n][l][c]);
                }
            }
            dbeta[c] = sum;
            dgamma[c] = net.round(inverse[c] * net.round(product - centre[c] * sum));
            double a = net.round(gamma[c] * inverse[c]);
            double b = net.round(-a * inverse[c] * dgamma[c] / count());
            double shift = net.round(-a * sum / count() - b * centre[c]);
            for (int n = 0; n < x.length; n++) {
                for (int l = 0; l < x[n].length; l++) {
                    dx[n][l][c] = net.round(a * dy[n][l][c] + net.round(b * x[n][l][c] + shift));
                }
            }
        }
        return dx;
    }
}
