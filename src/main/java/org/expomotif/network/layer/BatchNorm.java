package org.expomotif.network.layer;

import java.util.Arrays;
import java.util.List;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.parallel.StepProgram;
import org.expomotif.network.spec.NetworkSpec;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation over samples and positions, per channel: y = gamma (z - mean) / sqrt(variance + 0.001) + beta.
 *
 * <p>Training uses the mean and the biased variance of the batch, over M values per channel, and updates the running
 * statistics: running = 0.99 running + 0.01 batch, where the batch variance is M / (M - 1) times the biased one, as in
 * TensorFlow's fused kernel. Evaluation uses the running statistics. Backward in training, with i = 1 / sqrt(variance +
 * epsilon), dbeta = sum g, dgamma = i (sum g z - mean sum g): dz = gamma i (g - dbeta / M - (z - mean) i dgamma / M);
 * in evaluation dz = gamma i g.
 */
public final class BatchNorm extends ChannelMap {
    static final double EPSILON = NetworkSpec.BATCH_NORM_EPSILON;
    static final double MOMENTUM = 0.99;

    final Parameter gamma;
    final Parameter beta;
    final Parameter mean;
    final Parameter variance;
    private final float[] scale;
    private final float[] shift;
    private final float[] zero;

    BatchNorm(int index, Extent extent, String name, Kernels kernels) {
        super(index, extent, kernels);
        gamma = new Parameter(name + "/gamma", true, false, extent.channels());
        beta = new Parameter(name + "/beta", true, false, extent.channels());
        mean = new Parameter(name + "/moving_mean", false, false, extent.channels());
        variance = new Parameter(name + "/moving_variance", false, false, extent.channels());
        scale = new float[extent.channels() + Kernels.SLACK];
        shift = new float[extent.channels() + Kernels.SLACK];
        zero = new float[extent.channels() + Kernels.SLACK];
        Arrays.fill(gamma.values(), 1);
        Arrays.fill(variance.values(), 1);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta, mean, variance);
    }

    @Override
    int partials(Parameter parameter) {
        return 1;
    }

    @Override
    @Nullable
    Object scratch(int samples, Workspace.Purpose purpose) {
        return purpose == Workspace.Purpose.TRAINING ? new BatchStatistics(this) : null;
    }

    /** The factor of channel j in evaluation. */
    public double foldedScale(int j) {
        return gamma.values()[j] / Math.sqrt(variance.values()[j] + EPSILON);
    }

    /** The term added to channel j in evaluation. */
    public double foldedShift(int j) {
        return beta.values()[j] - mean.values()[j] * foldedScale(j);
    }

    @Override
    public void pack(int part) {
        int channels = in.channels();
        for (int j = StepProgram.from(part, channels); j < StepProgram.from(part + 1, channels); j++) {
            scale[j] = (float) foldedScale(j);
            shift[j] = (float) foldedShift(j);
        }
    }

    @Override
    float[] scale() {
        return scale;
    }

    @Override
    float[] shift() {
        return shift;
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        Tensor g = w.gradient(index + 1);
        Tensor dx = w.gradient(index);
        for (int n = from; n < to; n++) {
            kernels.affine(scale, zero, g, dx, n);
        }
    }

    @Override
    public void planForward(StepProgram program, Workspace w, Pass pass) {
        BatchStatistics batch = w.scratch(index, BatchStatistics.class);
        batch.planForward(program, w.value(index), pass);
        program.perGroup((part, from, to) -> {
            for (int n = from; n < to; n++) {
                kernels.affine(batch.scale, batch.shift, w.value(index), w.value(index + 1), n);
            }
        });
    }

    @Override
    public void planBackward(StepProgram program, Workspace w, Pass pass) {
        BatchStatistics batch = w.scratch(index, BatchStatistics.class);
        batch.sums().plan(program, w.gradient(index + 1), w.value(index));
        batch.planGradients(program, w, pass);
        program.perGroup((part, from, to) -> {
            Tensor g = w.gradient(index + 1);
            Tensor z = w.value(index);
            Tensor dz = w.gradient(index);
            for (int n = from; n < to; n++) {
                kernels.combine(batch.abc, g, z, dz, n);
            }
        });
    }
}
