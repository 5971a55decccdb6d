package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;

/**
 * The start of a residual block. Its value enters the block and is kept for {@link Join}; the backward pass adds the
 * gradients of both.
 */
final class Fork extends PassThroughLayer {
    private int join = -1;

    Fork(int index, Extent extent, Kernels kernels) {
        super(index, extent, kernels);
    }

    /** Sets the index of the {@link Join} that adds this value. */
    void setJoin(int layer) {
        join = layer;
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        Tensor direct = w.gradient(join + 1);
        Tensor g = w.gradient(index);
        for (int n = from; n < to; n++) {
            kernels.add(direct.data, direct.at(n), g.data, g.at(n), in.size());
        }
    }
}
