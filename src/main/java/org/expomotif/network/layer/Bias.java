package org.expomotif.network.layer;

import java.util.Arrays;
import java.util.List;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.parallel.StepProgram;
import org.jspecify.annotations.Nullable;

/** y = x + bias[channel]. */
public final class Bias extends ChannelMap {
    public final Parameter bias;
    private final float[] ones;
    private final float[] shift;

    Bias(int index, Extent extent, String name, Kernels kernels) {
        super(index, extent, kernels);
        bias = new Parameter(name + "/bias", true, false, extent.channels());
        ones = new float[extent.channels() + Kernels.SLACK];
        Arrays.fill(ones, 1);
        shift = new float[extent.channels() + Kernels.SLACK];
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(bias);
    }

    @Override
    boolean sharesGradient() {
        return true;
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        // The gradient passes unchanged.
    }

    @Override
    public void pack(int part) {
        if (part == 0) {
            System.arraycopy(bias.values(), 0, shift, 0, in.channels());
        }
    }

    @Override
    float[] scale() {
        return ones;
    }

    @Override
    float[] shift() {
        return shift;
    }

    @Override
    @Nullable
    Object scratch(int samples, Workspace.Purpose purpose) {
        return purpose == Workspace.Purpose.TRAINING ? new ChannelSums(in, kernels) : null;
    }

    @Override
    public void planBackward(StepProgram program, Workspace w, Pass pass) {
        ChannelSums sums = w.scratch(index, ChannelSums.class);
        Tensor g = w.gradient(index + 1);
        program.begin((part, from, to) -> sums.clear(part));
        program.perGroup((part, from, to) -> {
            for (int n = from; n < to; n++) {
                sums.add(part, g, g, n, in.length());
            }
        });
        program.perPart((part, from, to) -> gradient(sums, w, part));
    }

    /** Writes the gradient of one part of the batch, from the sums of g. */
    void gradient(ChannelSums sums, Workspace w, int part) {
        float[] db = w.partial(bias)[part];
        for (int j = 0; j < in.channels(); j++) {
            db[j] = (float) sums.sum(part, j);
        }
    }
}
