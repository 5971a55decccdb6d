package org.expomotif.dl4j;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.Set;
import org.expomotif.run.UserException;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The array of coefficients as ND4J writes it: two buffers, the shape and the numbers, each with the way it was
 * allocated, its length, its type and its values. ND4J allocates what the length says before it reads a value.
 */
final class Coefficients {
    /** The ways of allocation of old files, whose lengths have four bytes. */
    private static final Set<String> SHORT_LENGTHS = Set.of("DIRECT", "HEAP", "JAVACPP");
    /** Those of newer files, whose lengths have eight bytes. */
    private static final Set<String> LONG_LENGTHS = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");

    private Coefficients() {}

    /**
     * Checks that the file has all values of both buffers, and returns the number of coefficients.
     *
     * @throws UserException when values are missing, or this is not an array
     */
    static long count(byte[] array) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(array));
        long count = 0;
        try {
            for (int buffer = 0; buffer < 2; buffer++) {
                String mode = in.readUTF();
                if (!SHORT_LENGTHS.contains(mode) && !LONG_LENGTHS.contains(mode)) {
                    throw damaged();
                }
                long length = SHORT_LENGTHS.contains(mode) ? in.readInt() : in.readLong();
                int width = DataType.valueOf(in.readUTF()).width();
                if (length < 0 || width < 1 || length > in.available() / width) {
                    throw damaged();
                }
                in.skipNBytes(length * width);
                count = length;
            }
            return count;
        } catch (EOFException | UTFDataFormatException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static UserException damaged() {
        return new UserException("the coefficients are damaged or end early");
    }
}
