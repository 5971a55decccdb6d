package org.expomotif.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipOutputStream;

/**
 * An array that grows row by row without being held in memory: its numbers wait in a temporary file until their count,
 * which the .npy format wants first, is known.
 */
public final class NpySpool implements AutoCloseable {
    private final String type;
    private final Path file;
    private final OutputStream out;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    private NpySpool(String type) {
        this.type = type;
        try {
            file = Files.createTempFile("expomotif", ".array");
            file.toFile().deleteOnExit();
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty array of {@code float32}. */
    public static NpySpool ofFloats() {
        return new NpySpool("<f4");
    }

    /** An empty array of {@code int32}. */
    public static NpySpool ofInts() {
        return new NpySpool("<i4");
    }

    /** An empty array of {@code uint8}. */
    public static NpySpool ofBytes() {
        return new NpySpool("|u1");
    }

    /** Adds numbers to an array of {@code float32}. */
    public void add(float[] numbers) {
        require("<f4");
        if (buffer.capacity() < 4 * numbers.length) {
            buffer = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear();
        buffer.asFloatBuffer().put(numbers);
        write(buffer.array(), 4 * numbers.length);
    }

    /** Adds numbers to an array of {@code int32}. */
    public void add(int[] numbers) {
        require("<i4");
        if (buffer.capacity() < 4 * numbers.length) {
            buffer = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear();
        buffer.asIntBuffer().put(numbers);
        write(buffer.array(), 4 * numbers.length);
    }

    /** Adds numbers to an array of {@code uint8}. */
    public void add(byte[] numbers) {
        require("|u1");
        write(numbers, numbers.length);
    }

    private void require(String added) {
        if (!type.equals(added)) {
            throw new IllegalArgumentException(added + " to an array of " + type);
        }
    }

    private void write(byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the array as {@code NAME.npy} to a zip; nothing can be added to the array any more. */
    public void writeTo(ZipOutputStream zip, String name, int... shape) throws IOException {
        out.close();
        zip.putNextEntry(Npz.entry(name + ".npy"));
        zip.write(new NpyHeader(type, shape).bytes());
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    /** Removes the temporary file. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
