package org.expomotif.io.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The numbers of an array: whole numbers of 1, 2, 4 or 8 bytes, signed or not, and floating point numbers of 2, 4 or 8
 * bytes, in either byte order. Booleans of h5py, which are an enumeration of whole numbers, are such numbers.
 *
 * @param size bytes of a number
 * @param floating whether it is a floating point number
 * @param signed whether a whole number has a sign
 * @param order byte order
 */
public record ElementType(int size, boolean floating, boolean signed, ByteOrder order) {
    /** The numbers of a data type; empty if it is text, compound, or a number of another size. */
    static Optional<ElementType> of(DataType type) {
        DataType base = type instanceof EnumDataType named ? named.getBaseType() : type;
        if (!(base instanceof OrderedDataType ordered)) {
            return Optional.empty();
        }
        int size = base.getSize();
        boolean powerOfTwo = size == 2 || size == 4 || size == 8;
        if (base instanceof FloatingPoint) {
            return powerOfTwo
                    ? Optional.of(new ElementType(size, true, true, ordered.getByteOrder()))
                    : Optional.empty();
        }
        if (base instanceof FixedPoint whole) {
            return powerOfTwo || size == 1
                    ? Optional.of(new ElementType(size, false, whole.isSigned(), ordered.getByteOrder()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** The number at an index of a buffer, counted in numbers. */
    public double at(ByteBuffer buffer, int index) {
        int at = index * size;
        if (floating) {
            return switch (size) {
                case 2 -> Float.float16ToFloat(buffer.getShort(at));
                case 4 -> buffer.getFloat(at);
                default -> buffer.getDouble(at);
            };
        }
        return switch (size) {
            case 1 -> signed ? buffer.get(at) : buffer.get(at) & 0xFF;
            case 2 -> signed ? buffer.getShort(at) : buffer.getShort(at) & 0xFFFF;
            case 4 -> signed ? buffer.getInt(at) : buffer.getInt(at) & 0xFFFF_FFFFL;
            default -> buffer.getLong(at);
        };
    }
}
