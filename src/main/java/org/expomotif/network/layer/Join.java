package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;

/** The end of a residual block: y = x + the value at its {@link Fork}. */
final class Join extends Layer {
    private final int fork;

    Join(int index, int fork, Extent extent, Kernels kernels) {
        super(index, extent, extent, kernels);
        this.fork = fork;
    }

    @Override
    public void forward(Workspace w, int from, int to) {
        Tensor x = w.value(index);
        Tensor kept = w.value(fork);
        Tensor y = w.value(index + 1);
        for (int n = from; n < to; n++) {
            System.arraycopy(x.data, x.at(n), y.data, y.at(n), in.size());
            kernels.add(kept.data, kept.at(n), y.data, y.at(n), in.size());
        }
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

    @Override
    public void forwardRows(Workspace w, int samples, int from, int end) {
        Tensor x = w.value(index);
        Tensor kept = w.value(fork);
        Tensor y = w.value(index + 1);
        int at = from * in.channels();
        int count = (end - from) * in.channels();
        for (int n = 0; n < samples; n++) {
            System.arraycopy(x.data, x.at(n) + at, y.data, y.at(n) + at, count);
            kernels.add(kept.data, kept.at(n) + at, y.data, y.at(n) + at, count);
        }
    }
}
