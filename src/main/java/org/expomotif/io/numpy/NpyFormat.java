package org.expomotif.io.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.expomotif.run.UserException;

/** Reads and writes the .npy format: an {@link NpyHeader}, followed by the numbers in binary form. */
final class NpyFormat {
    private static final int CHUNK = 1 << 16;

    private NpyFormat() {}

    static void write(NpyArray array, OutputStream out) throws IOException {
        int width = array.data() instanceof String[] texts ? longest(texts) : 0;
        out.write(new NpyHeader(type(array, width), array.shape()).bytes());
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        int length = array.length();
        int size = array.data() instanceof String[] ? 4 * width : 8;
        for (int i = 0; i < length; i++) {
            if (buffer.remaining() < size) {
                buffer = flushed(buffer, out, size);
            }
            switch (array.data()) {
                case float[] data -> buffer.putFloat(data[i]);
                case double[] data -> buffer.putDouble(data[i]);
                case int[] data -> buffer.putInt(data[i]);
                case long[] data -> buffer.putLong(data[i]);
                case byte[] data -> buffer.put(data[i]);
                case boolean[] data -> buffer.put((byte) (data[i] ? 1 : 0));
                case String[] data -> putText(data[i], width, buffer);
                default -> throw new IllegalStateException();
            }
        }
        flushed(buffer, out, 0);
    }

    private static ByteBuffer flushed(ByteBuffer buffer, OutputStream out, int needed) throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        if (buffer.capacity() < needed) {
            return ByteBuffer.allocate(needed).order(ByteOrder.LITTLE_ENDIAN);
        }
        return buffer.clear();
    }

    private static int longest(String[] texts) {
        int longest = 1;
        for (String text : texts) {
            longest = Math.max(longest, text.codePointCount(0, text.length()));
        }
        return longest;
    }

    private static void putText(String text, int width, ByteBuffer buffer) {
        int end = buffer.position() + 4 * width;
        text.codePoints().forEach(buffer::putInt);
        while (buffer.position() < end) {
            buffer.putInt(0);
        }
    }

    private static String type(NpyArray array, int width) {
        return switch (array.data()) {
            case float[] data -> "<f4";
            case double[] data -> "<f8";
            case int[] data -> "<i4";
            case long[] data -> "<i8";
            case byte[] data -> "|u1";
            case boolean[] data -> "|b1";
            default -> "<U" + width;
        };
    }

    static NpyArray read(InputStream in, String name) throws IOException {
        return read(in, name, header -> {});
    }

    /** Reads an array; {@code check} can reject its header before memory is allocated for its numbers. */
    static NpyArray read(InputStream in, String name, Consumer<NpyHeader> check) throws IOException {
        NpyHeader header = NpyHeader.read(in, name);
        check.accept(header);
        long length = header.numbers();
        if (length > 0 && header.width() == 0) {
            throw new UserException("the NumPy array has texts of no length")
                    .in(name)
                    .found(header.type() + ", " + length + " times");
        }
        if (length > Integer.MAX_VALUE - 8) {
            throw new UserException("the NumPy array is too large").in(name).expected("at most 2^31 numbers");
        }
        Object data = data(header, in, name);
        return header.shape().length == 0 ? NpyArray.scalar(data) : shaped(data, header.shape());
    }

    private static NpyArray shaped(Object data, int[] shape) {
        return switch (data) {
            case float[] array -> NpyArray.of(array, shape);
            case double[] array -> NpyArray.of(array, shape);
            case int[] array -> NpyArray.of(array, shape);
            case long[] array -> NpyArray.of(array, shape);
            case byte[] array -> NpyArray.of(array, shape);
            case boolean[] array -> NpyArray.of(array, shape);
            default -> NpyArray.of((String[]) data, shape);
        };
    }

    /** Reads the numbers; memory grows with the bytes that are read, regardless of the count in the header. */
    private static Object data(NpyHeader header, InputStream in, String name) throws IOException {
        int length = (int) header.numbers();
        Numbers numbers = new Numbers(in, name);
        Object data = switch (header.type()) {
            case "<f2" -> halves(length, numbers);
            case "<f4" -> floats(length, numbers);
            case "<f8" -> doubles(length, numbers);
            case "<i4" -> ints(length, numbers);
            case "<i8" -> longs(length, numbers);
            case "|i1" -> signed(NpyHeader.exactly(in, length, name));
            case "|u1" -> NpyHeader.exactly(in, length, name);
            case "|b1" -> booleans(NpyHeader.exactly(in, length, name));
            default -> texts(header.width() / 4, length, numbers);
        };
        numbers.requireEnd();
        return data;
    }

    /** The next capacity of a buffer that is full at {@code size}, for an array of {@code length} numbers. */
    private static int grown(int size, int length) {
        return (int) Math.min(length, Math.max(CHUNK, 2L * size));
    }

    /** Numbers of two bytes, as {@code float32}. */
    private static float[] halves(int length, Numbers numbers) throws IOException {
        float[] data = new float[grown(0, length)];
        for (int i = 0; i < length; i++) {
            data = i < data.length ? data : Arrays.copyOf(data, grown(i, length));
            data[i] = Float.float16ToFloat(numbers.next(2).getShort());
        }
        return data;
    }

    /** Bytes with a sign, as {@code int32}. */
    private static int[] signed(byte[] bytes) {
        int[] data = new int[bytes.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = bytes[i];
        }
        return data;
    }

    private static float[] floats(int length, Numbers numbers) throws IOException {
        float[] data = new float[grown(0, length)];
        for (int i = 0; i < length; i++) {
            data = i < data.length ? data : Arrays.copyOf(data, grown(i, length));
            data[i] = numbers.next(4).getFloat();
        }
        return data;
    }

    private static double[] doubles(int length, Numbers numbers) throws IOException {
        double[] data = new double[grown(0, length)];
        for (int i = 0; i < length; i++) {
            data = i < data.length ? data : Arrays.copyOf(data, grown(i, length));
            data[i] = numbers.next(8).getDouble();
        }
        return data;
    }

    private static int[] ints(int length, Numbers numbers) throws IOException {
        int[] data = new int[grown(0, length)];
        for (int i = 0; i < length; i++) {
            data = i < data.length ? data : Arrays.copyOf(data, grown(i, length));
            data[i] = numbers.next(4).getInt();
        }
        return data;
    }

    private static long[] longs(int length, Numbers numbers) throws IOException {
        long[] data = new long[grown(0, length)];
        for (int i = 0; i < length; i++) {
            data = i < data.length ? data : Arrays.copyOf(data, grown(i, length));
            data[i] = numbers.next(8).getLong();
        }
        return data;
    }

    private static boolean[] booleans(byte[] bytes) {
        boolean[] data = new boolean[bytes.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = bytes[i] != 0;
        }
        return data;
    }

    private static String[] texts(int width, int length, Numbers numbers) throws IOException {
        String[] texts = new String[grown(0, width == 0 ? 0 : length)];
        for (int i = 0; i < length; i++) {
            texts = i < texts.length ? texts : Arrays.copyOf(texts, grown(i, length));
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < width; j++) {
                int codePoint = numbers.next(4).getInt();
                if (!Character.isValidCodePoint(codePoint)) {
                    throw new UserException("a text of the NumPy array is not Unicode")
                            .in(numbers.name)
                            .atRecord("text " + (i + 1))
                            .found("the code 0x" + Integer.toHexString(codePoint));
                }
                if (codePoint != 0) {
                    text.appendCodePoint(codePoint);
                }
            }
            texts[i] = text.toString();
        }
        return texts;
    }

    /** Little-endian numbers of a stream, read in large pieces. */
    private static final class Numbers {
        private final InputStream in;
        private final String name;
        private final ByteBuffer buffer =
                ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN).limit(0);

        Numbers(InputStream in, String name) {
            this.in = in;
            this.name = name;
        }

        void requireEnd() throws IOException {
            if (buffer.hasRemaining()) {
                throw NpyHeader.longer(name);
            }
            NpyHeader.requireEnd(in, name);
        }

        ByteBuffer next(int bytes) throws IOException {
            if (buffer.remaining() < bytes) {
                buffer.compact();
                int count = in.readNBytes(buffer.array(), buffer.position(), buffer.remaining());
                buffer.position(buffer.position() + count).flip();
                if (buffer.remaining() < bytes) {
                    throw NpyHeader.early(name);
                }
            }
            return buffer;
        }
    }
}
