package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.spec.Activation;

/** y = f(x), elementwise; dx = f'(x) dy, in the array of dy. */
final class ActivationLayer extends RowLayer {
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
    void forwardSample(Workspace w, int n, int first, int end) {
        kernels.activate(activation, w.value(index), w.value(index + 1), n, first, end);
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        Tensor x = w.value(index);
        Tensor g = w.gradient(index + 1);
        for (int n = from; n < to; n++) {
            kernels.differentiate(activation, x, g, n);
        }
    }

    @Override
    public void rescale(Workspace w, int[] sampleOf, int from, int to) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        Tensor g = w.gradient(index + 1);
        for (int r = from; r < to; r++) {
            RescaleRule.activation(activation, x, y, g, sampleOf[r], r);
        }
    }
}
