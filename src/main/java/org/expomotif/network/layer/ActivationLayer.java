package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.RescaleRule;
import org.expomotif.network.spec.Activation;

/** y = f(x), elementwise; dx = f'(x) dy, in the array of dy. */
final class ActivationLayer extends Layer {
    final Activation activation;

    ActivationLayer(int index, Extent extent, Activation activation, Kernels kernels) {
        super(index, extent, extent, kernels);
        this.activation = activation;
    }

    @Override
    boolean sharesGradient() {
        return true;
    }

    @Override
    public void forward(Workspace w, int from, int to) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        for (int n = from; n < to; n++) {
            kernels.activate(activation, x.data, x.at(n), y.data, y.at(n), in.size());
        }
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        Tensor x = w.value(index);
        Tensor g = w.gradient(index + 1);
        for (int n = from; n < to; n++) {
            kernels.differentiate(activation, x.data, x.at(n), g.data, g.at(n), in.size());
        }
    }

    @Override
    public void rescale(Workspace w, int[] sampleOf, int from, int to) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        Tensor g = w.gradient(index + 1);
        for (int r = from; r < to; r++) {
            int s = sampleOf[r];
            RescaleRule.activation(
                    activation, x.data, x.at(s), x.at(r), y.data, y.at(s), y.at(r), g.data, g.at(r), in.size());
        }
    }

    @Override
    public void forwardRows(Workspace w, int samples, int from, int end) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        int at = from * in.channels();
        for (int n = 0; n < samples; n++) {
            kernels.activate(activation, x.data, x.at(n) + at, y.data, y.at(n) + at, (end - from) * in.channels());
        }
    }
}
