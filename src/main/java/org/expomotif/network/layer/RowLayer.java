package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;

/** A layer that can compute some rows of a sample's output by themselves. */
abstract class RowLayer extends Layer {
    RowLayer(int index, Extent in, Extent out, Kernels kernels) {
        super(index, in, out, kernels);
    }

    /** Computes output rows {@code first} to {@code end} of sample {@code n}, in evaluation mode. */
    abstract void forwardSample(Workspace w, int n, int first, int end);

    @Override
    public final void forward(Workspace w, int from, int to) {
        for (int n = from; n < to; n++) {
            forwardSample(w, n, 0, out.length());
        }
    }

    @Override
    public final void forwardRows(Workspace w, int samples, int from, int end) {
        for (int n = 0; n < samples; n++) {
            forwardSample(w, n, from, end);
        }
    }
}
