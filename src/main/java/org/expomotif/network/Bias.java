package org.expomotif.network;

import java.util.Arrays;
import java.util.List;

/** y = x + bias[channel]. */
final class Bias extends Layer {
    final Parameter bias;
    private final float[] ones;

    Bias(int index, Extent extent, String name, Kernels kernels) {
        super(index, extent, extent, kernels);
        bias = new Parameter(name + "/bias", true, false, extent.channels());
        ones = new float[extent.channels() + Kernels.SLACK];
        Arrays.fill(ones, 1);
    }

    @Override
    List<Parameter> parameters() {
        return List.of(bias);
    }

    @Override
    boolean sharesGradient() {
        return true;
    }

    @Override
    void forward(Workspace w, int from, int to) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        float[] shift = Arrays.copyOf(bias.values(), in.channels() + Kernels.SLACK);
        for (int n = from; n < to; n++) {
            kernels.affine(x.data, x.at(n), in.length(), in.channels(), ones, shift, y.data, y.at(n));
        }
    }

    @Override
    void backward(Workspace w, int from, int to) {
        // The gradient passes unchanged.
    }

    @Override
    void planBackward(Program program, Workspace w, Pass pass) {
        program.each((part, from, to) -> {
            Tensor g = w.gradient(index + 1);
            double[] sum = new double[in.channels()];
            double[] unused = new double[in.channels()];
            for (int n = from; n < to; n++) {
                kernels.moments(g.data, g.at(n), g.data, g.at(n), in.length(), in.channels(), sum, unused);
            }
            float[] db = w.partial(bias)[part];
            for (int j = 0; j < sum.length; j++) {
                db[j] = (float) sum[j];
            }
        });
    }
}
