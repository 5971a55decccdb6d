package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;

/** A layer that computes y = scale[channel] x + shift[channel] in evaluation. */
abstract class ChannelMap extends Layer {
    ChannelMap(int index, Extent extent, Kernels kernels) {
        super(index, extent, extent, kernels);
    }

    /** The factors, one per channel, followed by {@link Kernels#SLACK} floats of padding. */
    abstract float[] scale();

    /** The added terms, in an array of the same length. */
    abstract float[] shift();

    @Override
    public void forwardRows(Workspace w, int samples, int from, int end) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        int at = from * in.channels();
        for (int n = 0; n < samples; n++) {
            kernels.affine(x.data, x.at(n) + at, end - from, in.channels(), scale(), shift(), y.data, y.at(n) + at);
        }
    }
}
