package org.expomotif.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.expomotif.run.UserException;

/** The .npy format: an {@link NpyHeader}, then the numbers as they lie in memory. */
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
        NpyHeader header = NpyHeader.read(in, name);
        long length = header.numbers();
        if (length > Integer.MAX_VALUE - 8) {
            throw new UserException("the NumPy array is too large").in(name).expected("at most 2^31 numbers");
        }
        Object data = data(header.type(), (int) length, in, name);
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

    private static Object data(String type, int length, InputStream in, String name) throws IOException {
        Numbers numbers = new Numbers(in, name);
        switch (type) {
            case "<f4" -> {
                float[] data = new float[length];
                for (int i = 0; i < length; i++) {
                    data[i] = numbers.next(4).getFloat();
                }
                return data;
            }
            case "<f8" -> {
                double[] data = new double[length];
                for (int i = 0; i < length; i++) {
                    data[i] = numbers.next(8).getDouble();
                }
                return data;
            }
            case "<i4" -> {
                int[] data = new int[length];
                for (int i = 0; i < length; i++) {
                    data[i] = numbers.next(4).getInt();
                }
                return data;
            }
            case "<i8" -> {
                long[] data = new long[length];
                for (int i = 0; i < length; i++) {
                    data[i] = numbers.next(8).getLong();
                }
                return data;
            }
            case "|u1" -> {
                return NpyHeader.exactly(in, length, name);
            }
            case "|b1" -> {
                byte[] bytes = NpyHeader.exactly(in, length, name);
                boolean[] data = new boolean[length];
                for (int i = 0; i < length; i++) {
                    data[i] = bytes[i] != 0;
                }
                return data;
            }
            default -> {
                return texts(type, length, numbers, name);
            }
        }
    }

    private static String[] texts(String type, int length, Numbers numbers, String name) throws IOException {
        if (!type.matches("<U[0-9]{1,6}")) {
            throw new UserException("the type of the NumPy array cannot be read")
                    .in(name)
                    .expected("little-endian float32, float64, int32, int64, uint8, bool or text")
                    .found(type);
        }
        int width = Integer.parseInt(type.substring(2));
        String[] texts = new String[length];
        for (int i = 0; i < length; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < width; j++) {
                int codePoint = numbers.next(4).getInt();
                if (codePoint != 0 && Character.isValidCodePoint(codePoint)) {
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
