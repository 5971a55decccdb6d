package org.expomotif.network;

import java.util.Arrays;
import java.util.List;

/**
 * Batch normalisation over samples and positions, per channel: y = gamma (z - mean) / sqrt(variance + 0.001) + beta.
 *
 * <p>Training takes mean and (biased) variance of the batch, M numbers a channel, and moves the running ones: running =
 * 0.99 running + 0.01 batch, the variance as M / (M - 1) times the biased one, as TensorFlow's fused kernel does.
 * Evaluation takes the running ones. Backward in training, with i = 1 / sqrt(variance + epsilon), dbeta = sum g, dgamma
 * = i (sum g z - mean sum g): dz = gamma i (g - dbeta / M - (z - mean) i dgamma / M); in evaluation dz = gamma i g.
 */
final class BatchNorm extends Layer {
    static final double EPSILON = NetworkSpec.BATCH_NORM_EPSILON;
    static final double MOMENTUM = 0.99;

    final Parameter gamma;
    final Parameter beta;
    final Parameter mean;
    final Parameter variance;

    BatchNorm(int index, Extent extent, String name, Kernels kernels) {
        super(index, extent, extent, kernels);
        gamma = new Parameter(name + "/gamma", true, false, extent.channels());
        beta = new Parameter(name + "/beta", true, false, extent.channels());
        mean = new Parameter(name + "/moving_mean", false, false, extent.channels());
        variance = new Parameter(name + "/moving_variance", false, false, extent.channels());
        Arrays.fill(gamma.values(), 1);
        Arrays.fill(variance.values(), 1);
    }

    @Override
    List<Parameter> parameters() {
        return List.of(gamma, beta, mean, variance);
    }

    @Override
    int partials(Parameter parameter) {
        return 1;
    }

    /** Sums of each part and what follows from them. */
    private static final class Scratch {
        final double[][] sums;
        final double[][] products;
        final float[] scale;
        final float[] shift;
        final float[][] abc;
        final double[] batchMean;
        final double[] inverse;

        Scratch(int channels, boolean training) {
            int parts = training ? Program.PARTS : 0;
            sums = new double[parts][channels];
            products = new double[parts][channels];
            scale = new float[channels + Kernels.SLACK];
            shift = new float[channels + Kernels.SLACK];
            abc = new float[3][training ? channels + Kernels.SLACK : 0];
            batchMean = new double[channels];
            inverse = new double[channels];
        }
    }

    @Override
    Object scratch(int samples, Workspace.Purpose purpose) {
        return new Scratch(in.channels(), purpose == Workspace.Purpose.TRAINING);
    }

    /** What evaluation multiplies channel j by. */
    double foldedScale(int j) {
        return gamma.values()[j] / Math.sqrt(variance.values()[j] + EPSILON);
    }

    /** What evaluation adds to channel j. */
    double foldedShift(int j) {
        return beta.values()[j] - mean.values()[j] * foldedScale(j);
    }

    @Override
    void forward(Workspace w, int from, int to) {
        Scratch s = w.scratch(index, Scratch.class);
        for (int j = 0; j < in.channels(); j++) {
            s.scale[j] = (float) foldedScale(j);
            s.shift[j] = (float) foldedShift(j);
        }
        normalize(w, s, from, to);
    }

    private void normalize(Workspace w, Scratch s, int from, int to) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        for (int n = from; n < to; n++) {
            kernels.affine(x.data, x.at(n), in.length(), in.channels(), s.scale, s.shift, y.data, y.at(n));
        }
    }

    @Override
    void backward(Workspace w, int from, int to) {
        Scratch s = w.scratch(index, Scratch.class);
        Tensor g = w.gradient(index + 1);
        Tensor dx = w.gradient(index);
        float[] zero = new float[in.channels() + Kernels.SLACK];
        for (int j = 0; j < in.channels(); j++) {
            s.scale[j] = (float) foldedScale(j);
        }
        for (int n = from; n < to; n++) {
            kernels.affine(g.data, g.at(n), in.length(), in.channels(), s.scale, zero, dx.data, dx.at(n));
        }
    }

    @Override
    void planForward(Program program, Workspace w, Pass pass) {
        Scratch s = w.scratch(index, Scratch.class);
        program.each((part, from, to) -> sum(w.value(index), w.value(index), s, part, from, to));
        program.once(() -> statistics(s, (double) pass.size() * in.length()));
        program.each((part, from, to) -> normalize(w, s, from, to));
    }

    /** Sums of x and x z over the samples of one part. */
    private void sum(Tensor x, Tensor z, Scratch s, int part, int from, int to) {
        Arrays.fill(s.sums[part], 0);
        Arrays.fill(s.products[part], 0);
        boolean flat = in.length() == 1 && x.pitch == in.channels() && z.pitch == in.channels();
        int rows = flat ? to - from : in.length();
        for (int n = from; n < to; n += flat ? Math.max(1, rows) : 1) {
            kernels.moments(x.data, x.at(n), z.data, z.at(n), rows, in.channels(), s.sums[part], s.products[part]);
        }
    }

    private void statistics(Scratch s, double count) {
        for (int j = 0; j < in.channels(); j++) {
            double sum = 0;
            double square = 0;
            for (int p = 0; p < Program.PARTS; p++) {
                sum += s.sums[p][j];
                square += s.products[p][j];
            }
            double m = sum / count;
            double v = Math.max(0, square / count - m * m);
            double i = 1 / Math.sqrt(v + EPSILON);
            s.batchMean[j] = m;
            s.inverse[j] = i;
            s.scale[j] = (float) (gamma.values()[j] * i);
            s.shift[j] = (float) (beta.values()[j] - m * i * gamma.values()[j]);
            double unbiased = count > 1 ? v * count / (count - 1) : v;
            mean.values()[j] = (float) (MOMENTUM * mean.values()[j] + (1 - MOMENTUM) * m);
            variance.values()[j] = (float) (MOMENTUM * variance.values()[j] + (1 - MOMENTUM) * unbiased);
        }
    }

    @Override
    void planBackward(Program program, Workspace w, Pass pass) {
        Scratch s = w.scratch(index, Scratch.class);
        program.each((part, from, to) -> sum(w.gradient(index + 1), w.value(index), s, part, from, to));
        program.once(() -> gradients(s, w, (double) pass.size() * in.length()));
        program.each((part, from, to) -> {
            Tensor g = w.gradient(index + 1);
            Tensor z = w.value(index);
            Tensor dz = w.gradient(index);
            for (int n = from; n < to; n++) {
                kernels.combine(g.data, g.at(n), z.data, z.at(n), in.length(), in.channels(), s.abc, dz.data, dz.at(n));
            }
        });
    }

    private void gradients(Scratch s, Workspace w, double count) {
        for (int j = 0; j < in.channels(); j++) {
            double sum = 0;
            double product = 0;
            for (int p = 0; p < Program.PARTS; p++) {
                sum += s.sums[p][j];
                product += s.products[p][j];
            }
            double i = s.inverse[j];
            double m = s.batchMean[j];
            double dgamma = i * (product - m * sum);
            double a = gamma.values()[j] * i;
            double b = -a * i * dgamma / count;
            s.abc[0][j] = (float) a;
            s.abc[1][j] = (float) b;
            s.abc[2][j] = (float) (-a * sum / count - b * m);
            w.partial(gamma)[0][j] = (float) dgamma;
            w.partial(beta)[0][j] = (float) sum;
        }
    }
}
