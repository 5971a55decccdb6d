package org.expomotif.io.numpy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.expomotif.run.UserException;

/**
 * The header of a .npy file: a magic number, a version and a Python dictionary.
 *
 * @param type NumPy's code of the type, such as {@code <f4}
 * @param shape the sizes of the dimensions, empty for a scalar; not copied
 */
record NpyHeader(String type, int[] shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern READ = Pattern.compile("<f2|<f4|<f8|<i4|<i8|\\|i1|\\|u1|\\|b1|<U[0-9]{1,6}");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, L]*)\\)");

    /** Number of elements; at most {@link Long#MAX_VALUE}. */
    long numbers() {
        long product = 1;
        boolean empty = false;
        for (int size : shape) {
            empty |= size == 0;
            product = size > 0 && product > Long.MAX_VALUE / size ? Long.MAX_VALUE : product * Math.max(1, size);
        }
        return empty ? 0 : product;
    }

    /** Whether the elements are texts. */
    boolean isText() {
        return type.startsWith("<U");
    }

    /** Size of one element in bytes. */
    int width() {
        return isText() ? 4 * Integer.parseInt(type.substring(2)) : Character.digit(type.charAt(type.length() - 1), 10);
    }

    /** Size of all elements in bytes; at most {@link Long#MAX_VALUE}. */
    long size() {
        long numbers = numbers();
        return width() > 0 && numbers > Long.MAX_VALUE / width() ? Long.MAX_VALUE : numbers * width();
    }

    /** The header of these rows followed by those of another array; empty when type or row shape differ. */
    Optional<NpyHeader> followedBy(NpyHeader next) {
        if (shape[0] == 0 || next.shape.length == 0) {
            return Optional.of(next).filter(header -> header.shape.length > 0);
        }
        int[] rows = shape.clone();
        if ((long) shape[0] + next.shape[0] > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        rows[0] = shape[0] + next.shape[0];
        int[] likeThis = rows.clone();
        likeThis[0] = next.shape[0];
        boolean fits = next.type.equals(type) && (next.shape[0] == 0 || Arrays.equals(likeThis, next.shape));
        return fits ? Optional.of(new NpyHeader(type, rows)) : Optional.empty();
    }

    /** The bytes of the header, version 1.0, padded so that the numbers start at a multiple of 64. */
    byte[] bytes() {
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

    /**
     * Reads a header, up to the first number.
     *
     * @param name name of the file in messages
     * @throws UserException when it is not a header of a .npy file, or its type or order is not supported
     */
    static NpyHeader read(InputStream in, String name) throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6) || start[6] < 1 || start[6] > 3) {
            throw new UserException("this is not a NumPy array").in(name).expected("a .npy file");
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
        requireRead(type, name);
        int[] shape = shape(find(SHAPE, header, name), name);
        if (find(ORDER, header, name).equals("True") && shape.length > 1) {
            throw new UserException("the NumPy array is in Fortran order")
                    .in(name)
                    .remedy("save numpy.ascontiguousarray(array)");
        }
        return new NpyHeader(type, shape);
    }

    private static void requireRead(String type, String name) {
        if (!READ.matcher(type).matches()) {
            UserException fault = new UserException("the type of the NumPy array cannot be read")
                    .in(name)
                    .expected("little-endian float16, float32, float64, int8, int32, int64, uint8, bool or text");
            throw type.startsWith(">")
                    ? fault.found(type + " (big-endian)").remedy("save array.astype(array.dtype.newbyteorder('<'))")
                    : fault.found(type).remedy("save array.astype('float32')");
        }
    }

    private static String find(Pattern pattern, String header, String name) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new UserException("the header of the NumPy array cannot be read")
                    .in(name)
                    .expected("one type of number or text, an order and a shape of whole numbers")
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

    /** Reads exactly {@code count} bytes. */
    static byte[] exactly(InputStream in, int count, String name) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw early(name);
        }
        return bytes;
    }

    /** Rejects bytes after the last number. */
    static void requireEnd(InputStream in, String name) throws IOException {
        if (in.read() >= 0) {
            throw longer(name);
        }
    }

    /** The error for an array with more bytes than its header specifies. */
    static UserException longer(String name) {
        return new UserException("the NumPy array is longer than its shape says")
                .in(name)
                .remedy("write it again");
    }

    /** The error for an array whose last numbers are missing. */
    static UserException early(String name) {
        return new UserException("the NumPy array ends early", new EOFException()).in(name);
    }
}
