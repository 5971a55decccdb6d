package org.expomotif.io.numpy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipOutputStream;
import org.expomotif.run.TemporaryFile;

/**
 * An array that grows row by row and is not kept in memory: its numbers are stored in a temporary file until their
 * count, which the .npy format requires first, is known.
 */
public final class NpySpool implements AutoCloseable {
    private final String type;
    private final TemporaryFile file;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    private NpySpool(String type, String output) {
        this.type = type;
        this.file = TemporaryFile.beside(output, "the arrays");
    }

    /** An empty array of {@code float32} for the output at a path. */
    public static NpySpool ofFloats(String output) {
        return new NpySpool("<f4", output);
    }

    /** An empty array of {@code int32} for the output at a path. */
    public static NpySpool ofInts(String output) {
        return new NpySpool("<i4", output);
    }

    /** An empty array of {@code uint8} for the output at a path. */
    public static NpySpool ofBytes(String output) {
        return new NpySpool("|u1", output);
    }

    /** Adds numbers to an array of {@code float32}. */
    public void add(float[] numbers) {
        require("<f4");
        if (buffer.capacity() < 4 * numbers.length) {
            buffer = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear();
        buffer.asFloatBuffer().put(numbers);
        file.append(buffer.array(), 0, 4 * numbers.length);
    }

    /** Adds numbers to an array of {@code int32}. */
    public void add(int[] numbers) {
        require("<i4");
        if (buffer.capacity() < 4 * numbers.length) {
            buffer = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear();
        buffer.asIntBuffer().put(numbers);
        file.append(buffer.array(), 0, 4 * numbers.length);
    }

    /** Adds numbers to an array of {@code uint8}. */
    public void add(byte[] numbers) {
        require("|u1");
        file.append(numbers, 0, numbers.length);
    }

    private void require(String added) {
        if (!type.equals(added)) {
            throw new IllegalArgumentException(added + " to an array of " + type);
        }
    }

    /** Adds the array as {@code NAME.npy} to a zip; no more numbers can be added afterwards. */
    public void writeTo(ZipOutputStream zip, String name, int... shape) throws IOException {
        zip.putNextEntry(Npz.entry(name + ".npy"));
        zip.write(new NpyHeader(type, shape).bytes());
        file.copyTo(zip);
        zip.closeEntry();
    }

    @Override
    public void close() {
        file.close();
    }
}
