package org.expomotif.network;

/** What a {@link BatchNorm} keeps of one training step: the batch's statistics and what follows from them. */
final class BatchStatistics {
    private final BatchNorm layer;
    private final ChannelSums sums;
    private final double[] mean;
    private final double[] inverse;
    /** Forward: y = scale z + shift. */
    final float[] scale;

    final float[] shift;
    /** Backward: dz = a g + (b z + c). */
    final float[][] abc;

    BatchStatistics(BatchNorm layer) {
        this.layer = layer;
        int channels = layer.in.channels();
        sums = new ChannelSums(layer.in, layer.kernels);
        mean = new double[channels];
        inverse = new double[channels];
        scale = new float[channels + Kernels.SLACK];
        shift = new float[channels + Kernels.SLACK];
        abc = new float[3][channels + Kernels.SLACK];
    }

    /** Sums of z and z z, or of g and g z, of every part. */
    ChannelSums sums() {
        return sums;
    }

    /** Plans the batch's mean and variance from z; the running ones move. */
    void planForward(Program program, Tensor z, Layer.Pass pass) {
        sums.plan(program, z, z);
        program.once(() -> statistics((double) pass.size() * z.length));
    }

    private void statistics(double count) {
        float[] gamma = layer.gamma.values();
        float[] beta = layer.beta.values();
        float[] runningMean = layer.mean.values();
        float[] runningVariance = layer.variance.values();
        for (int j = 0; j < mean.length; j++) {
            double m = sums.sum(j) / count;
            double v = Math.max(0, sums.product(j) / count - m * m);
            double i = 1 / Math.sqrt(v + BatchNorm.EPSILON);
            mean[j] = m;
            inverse[j] = i;
            scale[j] = (float) (gamma[j] * i);
            shift[j] = (float) (beta[j] - m * i * gamma[j]);
            double unbiased = count > 1 ? v * count / (count - 1) : v;
            runningMean[j] = (float) (BatchNorm.MOMENTUM * runningMean[j] + (1 - BatchNorm.MOMENTUM) * m);
            runningVariance[j] =
                    (float) (BatchNorm.MOMENTUM * runningVariance[j] + (1 - BatchNorm.MOMENTUM) * unbiased);
        }
    }

    /** Plans the step from the sums of g and g z to the gradients of gamma and beta and to a, b, c. */
    void planGradients(Program program, Workspace w, Layer.Pass pass) {
        program.once(() -> gradients(w, (double) pass.size() * layer.in.length()));
    }

    private void gradients(Workspace w, double count) {
        float[] dgammas = w.partial(layer.gamma)[0];
        float[] dbetas = w.partial(layer.beta)[0];
        for (int j = 0; j < mean.length; j++) {
            double sum = sums.sum(j);
            double i = inverse[j];
            double m = mean[j];
            double dgamma = i * (sums.product(j) - m * sum);
            double a = layer.gamma.values()[j] * i;
            double b = -a * i * dgamma / count;
            abc[0][j] = (float) a;
            abc[1][j] = (float) b;
            abc[2][j] = (float) (-a * sum / count - b * m);
            dgammas[j] = (float) dgamma;
            dbetas[j] = (float) sum;
        }
    }
}
