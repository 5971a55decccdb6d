package org.expomotif.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.expomotif.run.UserException;

/**
 * Random access to a bgzip file. Its blocks of at most 65,536 bytes are located by a {@link BgzipIndex}; each block is
 * checked (length, number of bytes and checksum) when it is read.
 */
public final class BgzipAccess implements RandomAccess {
    private final Path path;
    private final PlainAccess file;
    private final BgzipIndex index;
    private int held = -1;
    private byte[] block = new byte[0];

    public BgzipAccess(Path path, PlainAccess file, BgzipIndex index) {
        this.path = path;
        this.file = file;
        this.index = index;
    }

    @Override
    public long size() {
        return index.size();
    }

    @Override
    public byte[] read(long at, int count) throws IOException {
        byte[] bytes = new byte[Math.clamp(size() - at, 0, count)];
        int filled = 0;
        while (filled < bytes.length) {
            int number = index.blockOf(at + filled);
            hold(number);
            int from = (int) (at + filled - index.start(number));
            int part = Math.min(block.length - from, bytes.length - filled);
            System.arraycopy(block, from, bytes, filled, part);
            filled += part;
        }
        return bytes;
    }

    private void hold(int number) throws IOException {
        if (held == number) {
            return;
        }
        long offset = index.offset(number);
        byte[] packed = file.read(offset, (int) (index.offset(number + 1) - offset));
        int length = (int) (index.start(number + 1) - index.start(number));
        block = inflated(packed, length, offset);
        held = number;
    }

    private byte[] inflated(byte[] packed, int length, long offset) {
        int header = BgzipIndex.headerLength(packed);
        if (header < 0 || BgzipIndex.blockLength(packed) != packed.length || packed.length < header + 8) {
            throw damaged(offset);
        }
        ByteBuffer trailer =
                ByteBuffer.wrap(packed, packed.length - 8, 8).slice().order(ByteOrder.LITTLE_ENDIAN);
        byte[] bytes = new byte[length];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed, header, packed.length - header - 8);
            int count = 0;
            while (count < length && !inflater.finished()) {
                int more = inflater.inflate(bytes, count, length - count);
                if (more == 0) {
                    break;
                }
                count += more;
            }
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            boolean whole = count == length && trailer.getInt(4) == length;
            if (!whole || (int) checksum.getValue() != trailer.getInt(0)) {
                throw damaged(offset);
            }
        } catch (DataFormatException e) {
            throw damaged(offset);
        }
        return bytes;
    }

    private UserException damaged(long offset) {
        return new UserException("the bgzip file is damaged, or its .gzi index is another file's")
                .in(path)
                .atRecord("block at byte " + offset)
                .remedy("copy the file again, and make the index again: bgzip --reindex " + path);
    }

    @Override
    public void close() throws IOException {
        file.close();
        block = Arrays.copyOf(block, 0);
    }
}
