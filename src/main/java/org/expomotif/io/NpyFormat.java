package org.expomotif.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.expomotif.run.UserException;

/** The .npy format: a magic number, a header that is a Python dictionary, then the numbers as they lie in memory. */
final class NpyFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, L]*)\\)");
    private static final int CHUNK = 1 << 16;

    private NpyFormat() {}

    static void write(NpyArray array, OutputStream out) throws IOException {
        int width = array.data() instanceof String[] texts ? longest(texts) : 0;
        out.write(header(type(array, width), array.shape()));
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

    /** Magic, version 1.0, length and dictionary, padded so that the numbers start at a multiple of 64. */
    static byte[] header(String type, int[] shape) {
        StringBuilder sizes = new StringBuilder();
        for (int i = 0; i < shape.length; i++) {
            sizes.append(i == 0 ? "" : ", ").append(shape[i]);
        }
        if (shape.length == 1) {
            sizes.append(',');
        }
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int padding = 63 - (10 + text.length()) % 64;
        byte[] dictionary = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer header = ByteBuffer.allocate(10 + dictionary.length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) dictionary.length)
                .put(dictionary);
        return header.array();
    }

    static NpyArray read(InputStream in, String name) throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6) || start[6] < 1 || start[6] > 3) {
            throw new UserException("this is no NumPy array").in(name).expected("a .npy file");
        }
        int sizeBytes = start[6] == 1 ? 2 : 4;
        ByteBuffer size =
                ByteBuffer.wrap(Arrays.copyOf(exactly(in, sizeBytes, name), 4)).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = size.getInt();
        if (headerLength < 0 || headerLength > 1 << 20) {
            throw new UserException("the header of the NumPy array is damaged").in(name);
        }
        String header = new String(exactly(in, headerLength, name), StandardCharsets.UTF_8);
        String type = find(TYPE, header, name);
        int[] shape = shape(find(SHAPE, header, name), name);
        if (find(ORDER, header, name).equals("True") && shape.length > 1) {
            throw new UserException("the NumPy array is in Fortran order")
                    .in(name)
                    .remedy("save numpy.ascontiguousarray(array)");
        }
        long length = 1;
        for (int dimension : shape) {
            length *= dimension;
            if (length > Integer.MAX_VALUE - 8) {
                throw new UserException("the NumPy array is too large").in(name).expected("at most 2^31 numbers");
            }
        }
        Object data = data(type, (int) length, in, name);
        return shape.length == 0 ? NpyArray.scalar(data) : shaped(data, shape);
    }

    private static String find(Pattern pattern, String header, String name) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new UserException("the NumPy array is of a kind that cannot be read")
                    .in(name)
                    .expected("one type of number or text")
                    .found(header.strip());
        }
        return matcher.group(1);
    }

    private static int[] shape(String text, String name) {
        try {
            return Arrays.stream(text.replace("L", "").split(","))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new UserException("the shape of the NumPy array is damaged", e)
                    .in(name)
                    .found(text);
        }
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
                return exactly(in, length, name);
            }
            case "|b1" -> {
                byte[] bytes = exactly(in, length, name);
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

    private static byte[] exactly(InputStream in, int count, String name) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw early(name);
        }
        return bytes;
    }

    private static UserException early(String name) {
        return new UserException("the NumPy array ends early", new EOFException()).in(name);
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
                    throw early(name);
                }
            }
            return buffer;
        }
    }
}
