package org.expomotif.network;

import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of several samples, each {@code length} rows of {@code channels}, channel last, with rows of zeros before and
 * after each sample so that a convolution with padding reads on without a test. The margins are never written.
 *
 * <p>A tensor may have fewer places than there are samples, where each is written and read again before the next takes
 * its place.
 */
final class Tensor {
    final int length;
    final int channels;
    /** Floats from one sample to the next. */
    final int pitch;

    final float[] data;
    private final int before;
    private final int @Nullable [] places;

    /** A place for every sample. */
    Tensor(int samples, int length, int channels, int before, int after) {
        this(samples, length, channels, before, after, null);
    }

    /** Place {@code places[sample]}, below {@code count}, for a sample. */
    Tensor(int count, int length, int channels, int before, int after, int @Nullable [] places) {
        this.length = length;
        this.channels = channels;
        this.before = before * channels;
        this.places = places;
        pitch = (before + length + after) * channels;
        long size = (long) count * pitch + (long) (before + after) * channels + Kernels.SLACK;
        if (size > Integer.MAX_VALUE - 16) {
            throw new UserException("the network is too large for one batch").remedy("use a smaller --batch");
        }
        data = new float[(int) size];
    }

    /** Index of a sample's first number. */
    int at(int sample) {
        return (places == null ? sample : places[sample]) * pitch + before;
    }

    /** Numbers of a sample. */
    int size() {
        return length * channels;
    }
}
