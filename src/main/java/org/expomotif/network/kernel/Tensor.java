package org.expomotif.network.kernel;

import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * The values of several samples, each with {@code length} rows of {@code channels} values. Rows of zeros before and
 * after each sample allow a convolution with padding to read beyond the sample without a bounds test. These margins are
 * never written.
 *
 * <p>A tensor may have fewer places than samples. Several samples then use one place in turn: each is written and read
 * before the next one is written.
 */
public final class Tensor {
    public final int length;
    public final int channels;
    /** Number of floats from the first value of a sample to the first value of the next sample. */
    public final int pitch;

    public final float[] data;
    private final int before;
    private final int @Nullable [] places;

    /** A tensor with one place per sample and without margins. */
    public Tensor(int samples, int length, int channels) {
        this(samples, length, channels, 0, 0);
    }

    /** A tensor with one place per sample, and margins of {@code before} and {@code after} rows. */
    public Tensor(int samples, int length, int channels, int before, int after) {
        this(samples, length, channels, before, after, null);
    }

    /** A tensor with {@code count} places; a sample uses place {@code places[sample]}. */
    public Tensor(int count, int length, int channels, int before, int after, int @Nullable [] places) {
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

    /** A tensor with a single place, which {@code samples} samples use in turn. */
    public static Tensor ofOnePlace(int samples, int length, int channels) {
        return new Tensor(1, length, channels, 0, 0, new int[samples]);
    }

    /** Index of a sample's first value. */
    public int at(int sample) {
        return (places == null ? sample : places[sample]) * pitch + before;
    }

    /** Index of the first value of a sample's row. */
    public int at(int sample, int row) {
        return at(sample) + row * channels;
    }

    /** Values per sample, without margins. */
    public int size() {
        return length * channels;
    }
}
