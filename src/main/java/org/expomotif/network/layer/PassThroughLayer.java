package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;

/** A layer that changes no value in evaluation: its output uses the arrays of its input. */
abstract class PassThroughLayer extends Layer {
    PassThroughLayer(int index, Extent extent, Kernels kernels) {
        super(index, extent, extent, kernels);
    }

    @Override
    final boolean sharesValue() {
        return true;
    }

    @Override
    final boolean sharesGradient() {
        return true;
    }

    @Override
    public final void forward(Workspace w, int from, int to) {
        // The value is shared.
    }
}
