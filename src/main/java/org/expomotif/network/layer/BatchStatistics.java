package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.parallel.StepProgram;

/**
 * The batch statistics of a {@link BatchNorm} in one training step, and the coefficients derived from them. The input
 * of the layer is z, its output y, and the gradient with respect to the output g.
 */
final class BatchStatistics {
    private final BatchNorm layer;
    private final ChannelSums sums;
    private final double[] mean;
    private final double[] inverse;
    /** Coefficients of the forward pass: y = scale z + shift. */
    final float[] scale;

    final float[] shift;
    /** Coefficients a, b, c of the backward pass: dz = a g + (b z + c). */
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

    /** The sums per channel: of z and z^2 in the forward pass, of g and g z in the backward pass. */
    ChannelSums sums() {
        return sums;
    }

    /** Adds the computation of the batch statistics from z and the update of the running statistics. */
    void planForward(StepProgram program, Tensor z, Layer.Pass pass) {
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

    /** Adds the computation of the gradients of gamma and beta and of a, b, c from the sums of g and g z. */
    void planGradients(StepProgram program, Workspace w, Layer.Pass pass) {
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
