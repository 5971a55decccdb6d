package org.expomotif.dl4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.Set;
import org.expomotif.run.UserException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The array of coefficients as ND4J writes it: two buffers, the shape and the numbers, each with the way it was
 * allocated, its length, its type and its values. ND4J allocates what the length says before it reads a value, and
 * believes a shape that exceeds the numbers; so the numbers are read here, and the array is made anew.
 */
final class Coefficients {
    /** The ways of allocation of old files, whose lengths have four bytes. */
    private static final Set<String> SHORT_LENGTHS = Set.of("DIRECT", "HEAP", "JAVACPP");
    /** Those of newer files, whose lengths have eight bytes. */
    private static final Set<String> LONG_LENGTHS = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");

    private Coefficients() {}

    /**
     * Reads the numbers.
     *
     * @param array the bytes of the array
     * @throws UserException when values are missing, or this is not an array of floating-point numbers
     */
    static double[] read(byte[] array) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(array));
        try {
            Buffer shape = buffer(in);
            in.skipNBytes(shape.length * shape.type.width());
            Buffer coefficients = buffer(in);
            double[] numbers = new double[(int) coefficients.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = switch (coefficients.type) {
                    case FLOAT -> in.readFloat();
                    case DOUBLE -> in.readDouble();
                    default -> throw damaged();
                };
            }
            return numbers;
        } catch (EOFException | UTFDataFormatException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private record Buffer(long length, DataType type) {}

    /** Reads the head of a buffer whose values are all there. */
    private static Buffer buffer(DataInputStream in) throws IOException {
        String mode = in.readUTF();
        if (!SHORT_LENGTHS.contains(mode) && !LONG_LENGTHS.contains(mode)) {
            throw damaged();
        }
        long length = SHORT_LENGTHS.contains(mode) ? in.readInt() : in.readLong();
        DataType type = DataType.valueOf(in.readUTF());
        if (length < 0 || type.width() < 1 || length > in.available() / type.width()) {
            throw damaged();
        }
        return new Buffer(length, type);
    }

    /** The bytes of an array of numbers, one row, as ND4J reads it. */
    static byte[] write(double[] numbers, DataType type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (INDArray row =
                Nd4j.createFromArray(numbers).reshape(1, numbers.length).castTo(type)) {
            Nd4j.write(row, new DataOutputStream(bytes));
        }
        return bytes.toByteArray();
    }

    private static UserException damaged() {
        return new UserException("the coefficients are damaged or end early");
    }
}
