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

    @Override
    void forwardRows(Workspace w, int samples, int from, int end) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        int at = from * in.channels();
        for (int n = 0; n < samples; n++) {
            kernels.affine(x.data, x.at(n) + at, end - from, in.channels(), scale(), shift(), y.data, y.at(n) + at);
        }
    }
}
