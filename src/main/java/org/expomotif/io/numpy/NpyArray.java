package org.expomotif.io.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.util.Arrays;
import org.expomotif.run.UserException;

/**
 * An array of numbers or texts with a shape, in C order as in NumPy: the last index varies fastest.
 *
 * <p>Supported types: {@code float32 float64 int32 int64 uint8 bool} and texts ({@code <U}), written as little-endian
 * in version 1.0 of the .npy format. Arrays are not copied.
 */
public final class NpyArray {
    private final int[] shape;
    private final Object data;

    private NpyArray(Object data, int length, int[] shape) {
        this.data = data;
        this.shape = shape.length == 0 ? new int[] {length} : shape.clone();
        long product = 1;
        for (int size : this.shape) {
            product *= size;
        }
        if (product != length) {
            throw new IllegalArgumentException(length + " numbers do not fill the shape " + Arrays.toString(shape));
        }
    }

    /** An array of {@code float32}; it has one dimension when no shape is given. */
    public static NpyArray of(float[] data, int... shape) {
        return new NpyArray(data, data.length, shape);
    }

    /** An array of {@code float64}. */
    public static NpyArray of(double[] data, int... shape) {
        return new NpyArray(data, data.length, shape);
    }

    /** An array of {@code int32}. */
    public static NpyArray of(int[] data, int... shape) {
        return new NpyArray(data, data.length, shape);
    }

    /** An array of {@code int64}. */
    public static NpyArray of(long[] data, int... shape) {
        return new NpyArray(data, data.length, shape);
    }

    /** An array of {@code uint8}. */
    public static NpyArray of(byte[] data, int... shape) {
        return new NpyArray(data, data.length, shape);
    }

    /** An array of {@code bool}. */
    public static NpyArray of(boolean[] data, int... shape) {
        return new NpyArray(data, data.length, shape);
    }

    /** An array of texts. */
    public static NpyArray of(String[] data, int... shape) {
        return new NpyArray(data, data.length, shape);
    }

    static NpyArray scalar(Object data) {
        return new NpyArray(data);
    }

    private NpyArray(Object scalar) {
        this.data = scalar;
        this.shape = new int[0];
    }

    /** The sizes of the dimensions, as a new array. */
    public int[] shape() {
        return shape.clone();
    }

    /** Number of elements. */
    public int length() {
        return Array.getLength(data);
    }

    /** The numbers as {@code float}: the array itself for {@code float32}, converted from other number types. */
    public float[] floats() {
        if (data instanceof float[] floats) {
            return floats;
        }
        float[] floats = new float[length()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = switch (data) {
                case double[] array -> (float) array[i];
                case int[] array -> array[i];
                case long[] array -> array[i];
                case byte[] array -> array[i] & 0xFF;
                case boolean[] array -> array[i] ? 1 : 0;
                default -> throw wrong("numbers");
            };
        }
        return floats;
    }

    /** The numbers as {@code double}: the array itself for {@code float64}, converted from other number types. */
    public double[] doubles() {
        if (data instanceof double[] doubles) {
            return doubles;
        }
        double[] doubles = new double[length()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = switch (data) {
                case float[] array -> array[i];
                case int[] array -> array[i];
                case long[] array -> array[i];
                case byte[] array -> array[i] & 0xFF;
                case boolean[] array -> array[i] ? 1 : 0;
                default -> throw wrong("numbers");
            };
        }
        return doubles;
    }

    /** The numbers of an {@code int32} array. */
    public int[] ints() {
        if (data instanceof int[] ints) {
            return ints;
        }
        throw wrong("int32");
    }

    /** The numbers of an {@code int64} array. */
    public long[] longs() {
        if (data instanceof long[] longs) {
            return longs;
        }
        throw wrong("int64");
    }

    /** The numbers of a {@code uint8} array. */
    public byte[] bytes() {
        if (data instanceof byte[] bytes) {
            return bytes;
        }
        throw wrong("uint8");
    }

    /** The values of a {@code bool} array. */
    public boolean[] booleans() {
        if (data instanceof boolean[] booleans) {
            return booleans;
        }
        throw wrong("bool");
    }

    /** The texts. */
    public String[] strings() {
        if (data instanceof String[] strings) {
            return strings;
        }
        throw wrong("text");
    }

    Object data() {
        return data;
    }

    private UserException wrong(String expected) {
        return new UserException("the array has the wrong type")
                .expected(expected)
                .found(typeName());
    }

    /** NumPy's name of the type, such as {@code float32}; {@code str} for texts. */
    public String typeName() {
        return switch (data) {
            case float[] array -> "float32";
            case double[] array -> "float64";
            case int[] array -> "int32";
            case long[] array -> "int64";
            case byte[] array -> "uint8";
            case boolean[] array -> "bool";
            default -> "str";
        };
    }

    /** Writes the array as a .npy file and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        NpyFormat.write(this, out);
    }

    /**
     * Reads one .npy file to its end; other types, big-endian numbers, Fortran order and bytes after the last number
     * are rejected.
     *
     * @param name name of the file in messages
     * @throws UserException when the file is not such an array
     */
    public static NpyArray read(InputStream in, String name) throws IOException {
        return NpyFormat.read(in, name);
    }
}
