package org.expomotif.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses the frames of Blosc 1, the compression of PyTables and deepdish: a header of 16 bytes, the starts of the
 * blocks, and blocks, each in as many compressed streams as a number has bytes. Streams are compressed by BloscLZ, LZ4
 * or zlib; numbers may be byte-shuffled. Whatever does not fit the sizes of the frame makes the result empty.
 */
final class Blosc {
    private static final int HEADER = 16;
    private static final int SHUFFLED = 1;
    private static final int COPIED = 2;
    private static final int BIT_SHUFFLED = 4;
    private static final int ONE_STREAM = 16;

    /** The most streams of a block, and the fewest numbers of a block of several streams. */
    private static final int MOST_STREAMS = 16;

    private static final int FEWEST_NUMBERS = 128;

    private static final int BLOSC_LZ = 0;
    private static final int LZ4 = 1;
    private static final int ZLIB = 3;

    private final byte[] in;
    private final int flags;
    private final int size;
    private final int blockSize;
    private final int numberSize;
    private final byte[] out;

    private Blosc(byte[] in, ByteBuffer header) {
        this.in = in;
        this.flags = header.get(2);
        this.numberSize = Math.max(1, header.get(3) & 0xFF);
        this.size = header.getInt(4);
        this.blockSize = header.getInt(8);
        this.out = new byte[size];
    }

    /**
     * Decompresses a frame.
     *
     * @param in the frame
     * @param size the number of bytes that it must have
     * @return the bytes; empty when the frame is damaged, has another size, or is compressed in another way
     */
    static Optional<byte[]> decompress(byte[] in, int size) {
        if (!isFrame(in, size)) {
            return Optional.empty();
        }
        try {
            return new Blosc(in, header(in)).bytes();
        } catch (IndexOutOfBoundsException | DataFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the header gives the size of these bytes and of the numbers. */
    static boolean isFrame(byte[] in, int size) {
        return in.length >= HEADER
                && header(in).getInt(4) == size
                && header(in).getInt(12) == in.length
                && (size == 0 || header(in).getInt(8) > 0);
    }

    private static ByteBuffer header(byte[] in) {
        return ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Optional<byte[]> bytes() throws DataFormatException {
        if ((flags & COPIED) != 0) {
            System.arraycopy(in, HEADER, out, 0, size);
            return Optional.of(out);
        }
        if ((flags & BIT_SHUFFLED) != 0) {
            return Optional.empty();
        }
        ByteBuffer header = header(in);
        boolean shuffled = (flags & SHUFFLED) != 0 && numberSize > 1;
        byte[] block = new byte[Math.min(blockSize, size)];
        for (int start = 0, index = 0; start < size; start += blockSize, index++) {
            int length = Math.min(blockSize, size - start);
            if (!block(header, header.getInt(HEADER + 4 * index), block, length)) {
                return Optional.empty();
            }
            if (shuffled) {
                unshuffle(block, length, start);
            } else {
                System.arraycopy(block, 0, out, start, length);
            }
        }
        return Optional.of(out);
    }

    /** Decompresses the streams of a block; false when one is damaged. */
    private boolean block(ByteBuffer header, int at, byte[] block, int length) throws DataFormatException {
        boolean several = (flags & ONE_STREAM) == 0
                && numberSize <= MOST_STREAMS
                && blockSize / numberSize >= FEWEST_NUMBERS
                && length == blockSize;
        int streams = several ? numberSize : 1;
        int streamLength = length / streams;
        int next = at;
        for (int stream = 0; stream < streams; stream++) {
            int compressed = header.getInt(next);
            int from = next + 4;
            int to = stream * streamLength;
            if (compressed < 0 || compressed > in.length - from) {
                return false;
            }
            if (compressed == streamLength) {
                System.arraycopy(in, from, block, to, streamLength);
            } else if (!stream(from, from + compressed, block, to, to + streamLength)) {
                return false;
            }
            next = from + compressed;
        }
        return true;
    }

    private boolean stream(int from, int end, byte[] target, int to, int targetEnd) throws DataFormatException {
        return switch ((flags >> 5) & 7) {
            case BLOSC_LZ -> bloscLz(from, end, target, to, targetEnd);
            case LZ4 -> lz4(from, end, target, to, targetEnd);
            case ZLIB -> zlib(from, end, target, to, targetEnd);
            default -> false;
        };
    }

    /**
     * BloscLZ: a byte below 32 is the number of literals less one; of others, the upper three bits are the length of a
     * copy less two, the lower five the upper bits of its distance. Lengths of 9 and more and distances of 8,192 and
     * more have further bytes.
     */
    private boolean bloscLz(int from, int end, byte[] target, int to, int targetEnd) {
        int i = from;
        int o = to;
        int control = in[i++] & 31;
        while (true) {
            if (control >= 32) {
                int length = (control >> 5) + 2;
                int high = control & 31;
                if (control >> 5 == 7) {
                    int more;
                    do {
                        more = in[i++] & 0xFF;
                        length += more;
                    } while (more == 255);
                }
                int low = in[i++] & 0xFF;
                int distance = (high << 8) + low + 1;
                if (low == 255 && high == 31) {
                    distance = (1 << 13) + ((in[i] & 0xFF) << 8) + (in[i + 1] & 0xFF);
                    i += 2;
                }
                if (!copy(target, o, distance, length, to, targetEnd)) {
                    return false;
                }
                o += length;
            } else {
                int literals = control + 1;
                if (literals > end - i || literals > targetEnd - o) {
                    return false;
                }
                System.arraycopy(in, i, target, o, literals);
                i += literals;
                o += literals;
            }
            if (i >= end) {
                return i == end && o == targetEnd;
            }
            control = in[i++] & 0xFF;
        }
    }

    /**
     * The blocks of LZ4: literals and a copy of at least four bytes, whose lengths go on in further bytes from 15 on.
     */
    private boolean lz4(int from, int end, byte[] target, int to, int targetEnd) {
        int i = from;
        int o = to;
        while (i < end) {
            int token = in[i++] & 0xFF;
            int literals = token >> 4;
            for (int more = literals == 15 ? 255 : 0; more == 255; ) {
                more = in[i++] & 0xFF;
                literals += more;
            }
            if (literals > end - i || literals > targetEnd - o) {
                return false;
            }
            System.arraycopy(in, i, target, o, literals);
            i += literals;
            o += literals;
            if (i == end) {
                return o == targetEnd;
            }
            int distance = (in[i] & 0xFF) | (in[i + 1] & 0xFF) << 8;
            i += 2;
            int length = (token & 15) + 4;
            for (int more = length == 19 ? 255 : 0; more == 255; ) {
                more = in[i++] & 0xFF;
                length += more;
            }
            if (!copy(target, o, distance, length, to, targetEnd)) {
                return false;
            }
            o += length;
        }
        return false;
    }

    /** Copies bytes of the target one after the other, for source and copy may overlap; false when they do not fit. */
    private static boolean copy(byte[] target, int at, int distance, int length, int first, int end) {
        if (distance < 1 || distance > at - first || length < 0 || length > end - at) {
            return false;
        }
        for (int k = at; k < at + length; k++) {
            target[k] = target[k - distance];
        }
        return true;
    }

    private boolean zlib(int from, int end, byte[] target, int to, int targetEnd) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(in, from, end - from);
            return inflater.inflate(target, to, targetEnd - to) == targetEnd - to;
        } finally {
            inflater.end();
        }
    }

    /** The first bytes of all numbers come first, then the second ones; what is left of a number stays at the end. */
    private void unshuffle(byte[] block, int length, int start) {
        int numbers = length / numberSize;
        for (int b = 0; b < numberSize; b++) {
            for (int k = 0; k < numbers; k++) {
                out[start + k * numberSize + b] = block[b * numbers + k];
            }
        }
        int whole = numbers * numberSize;
        System.arraycopy(block, whole, out, start + whole, length - whole);
    }
}
