package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;

/** The end of a residual block: y = x + the value at its {@link Fork}. */
final class Join extends RowLayer {
    private final int fork;

    Join(int index, int fork, Extent extent, Kernels kernels) {
        super(index, extent, extent, kernels);
        this.fork = fork;
    }

    @Override
    void forwardSample(Workspace w, int n, int first, int end) {
        Tensor x = w.value(index);
        Tensor kept = w.value(fork);
        Tensor y = w.value(index + 1);
        int count = (end - first) * in.channels();
        System.arraycopy(x.data, x.at(n, first), y.data, y.at(n, first), count);
        kernels.add(kept.data, kept.at(n, first), y.data, y.at(n, first), count);
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        Tensor g = w.gradient(index + 1);
        Tensor dx = w.gradient(index);
        for (int n = from; n < to; n++) {
            System.arraycopy(g.data, g.at(n), dx.data, dx.at(n), in.size());
        }
    }

    @Override
    public int[] reads() {
        return new int[] {index, fork};
    }
}
