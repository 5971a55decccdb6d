package org.expomotif.dataset.hdf5;

import java.nio.ByteBuffer;
import org.expomotif.io.hdf5.Hdf5Array;

/**
 * The samples of an array one after the other, of which one slice is in memory at a time. A slice has whole chunks
 * where they are not too large, so that every chunk is read once.
 */
final class Slices {
    private final Hdf5Array array;
    private final int axis;
    private final long samples;
    private final int sliceLength;
    private final long perSample;
    private byte[] bytes = new byte[0];
    private ByteBuffer numbers = ByteBuffer.wrap(bytes);
    private long from;
    private int count;

    Slices(Hdf5Array array, int axis, Limits limits) {
        this.array = array;
        this.axis = axis;
        this.samples = array.shape()[axis];
        this.perSample = array.perIndex(axis);
        long sampleBytes = perSample * array.type().size();
        if (sampleBytes > limits.extendedSlice()) {
            throw array.fault("a single sample has too many numbers")
                    .expected("at most " + limits.extendedSlice() + " bytes")
                    .found(sampleBytes + " bytes in an array of " + array.shapeText());
        }
        long chunk = array.chunkLength(axis);
        long whole = chunk * Math.max(1, limits.slice() / (chunk * sampleBytes));
        long length = whole * sampleBytes <= limits.extendedSlice() ? whole : Math.max(1, limits.slice() / sampleBytes);
        this.sliceLength = (int) Math.min(samples, length);
    }

    /** Makes a sample part of the slice in memory. */
    void move(long sample) {
        if (sample >= from && sample < from + count) {
            return;
        }
        from = sample / sliceLength * sliceLength;
        count = (int) Math.min(sliceLength, samples - from);
        int length = Math.toIntExact(count * perSample * array.type().size());
        if (bytes.length != length) {
            bytes = new byte[length];
            numbers = ByteBuffer.wrap(bytes).order(array.type().order());
        }
        array.read(axis, from, count, bytes);
    }

    /** Numbers from one index of an axis to the next one, in the slice in memory. */
    int step(int ofAxis) {
        long[] shape = array.shape();
        int step = 1;
        for (int i = shape.length - 1; i > ofAxis; i--) {
            step *= Math.toIntExact(i == axis ? count : shape[i]);
        }
        return step;
    }

    /** Index of the first number of a sample of the slice. */
    int start(long sample) {
        return (int) (sample - from) * step(axis);
    }

    /** A number of the slice. */
    double at(int index) {
        return array.type().at(numbers, index);
    }
}
