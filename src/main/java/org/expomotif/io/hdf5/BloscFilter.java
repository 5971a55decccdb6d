package org.expomotif.io.hdf5;

import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.Filter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Blosc as a filter of the library, which refuses to open an array with a filter that it does not know. */
final class BloscFilter implements Filter {
    static final int ID = 32001;

    BloscFilter() {}

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "blosc";
    }

    @Override
    public byte[] decode(byte[] encoded, int[] settings) {
        int size = encoded.length < 8
                ? 0
                : ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        return Blosc.decompress(encoded, size).orElseThrow(() -> new HdfFilterException("a damaged frame of Blosc"));
    }
}
