package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;

/** A layer that computes y = scale[channel] x + shift[channel] in evaluation. */
abstract class ChannelMap extends RowLayer {
    ChannelMap(int index, Extent extent, Kernels kernels) {
        super(index, extent, extent, kernels);
    }

    /** The factors, one per channel, followed by {@link Kernels#SLACK} floats of padding. */
    abstract float[] scale();

    /** The added terms, in an array of the same length. */
    abstract float[] shift();

    @Override
    final void forwardSample(Workspace w, int n, int first, int end) {
        kernels.affine(scale(), shift(), w.value(index), w.value(index + 1), n, first, end);
    }
}
