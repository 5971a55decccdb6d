package org.expomotif.network;

/**
 * Numbers of several samples, each {@code length} rows of {@code channels}, channel last, with rows of zeros before and
 * after each sample so that a convolution with padding reads on without a test. The margins are never written.
 */
final class Tensor {
    final int length;
    final int channels;
    /** Floats from one sample to the next. */
    final int pitch;

    final float[] data;
    private final int before;

    Tensor(int samples, int length, int channels, int before, int after) {
        this.length = length;
        this.channels = channels;
        this.before = before * channels;
        pitch = (before + length + after) * channels;
        long size = (long) samples * pitch + (long) (before + after) * channels + Kernels.SLACK;
        if (size > Integer.MAX_VALUE - 16) {
            throw new org.expomotif.run.UserException("the network is too large for one batch")
                    .remedy("use a smaller --batch");
        }
        data = new float[(int) size];
    }

    /** Index of a sample's first number. */
    int at(int sample) {
        return sample * pitch + before;
    }

    /** Numbers of a sample. */
    int size() {
        return length * channels;
    }
}
