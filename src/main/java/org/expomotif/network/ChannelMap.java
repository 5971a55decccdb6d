package org.expomotif.network;

/** A layer that, in evaluation, is y = scale[channel] x + shift[channel]. */
abstract class ChannelMap extends Layer {
    ChannelMap(int index, Extent extent, Kernels kernels) {
        super(index, extent, extent, kernels);
    }

    /** The factors, {@link Kernels#SLACK} longer than there are channels. */
    abstract float[] scale();

    /** What is added, as long. */
    abstract float[] shift();
}
