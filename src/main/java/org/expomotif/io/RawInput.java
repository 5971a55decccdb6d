package org.expomotif.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import org.expomotif.run.Checksum;
import org.expomotif.run.UserException;

/**
 * The bytes of an input before decompression. The first bytes can be inspected before reading, the last bytes are kept
 * for a check at the end, and every error names the file.
 *
 * <p>{@link #available()} returns 0 only at the end and waits for input if necessary, because {@code GZIPInputStream}
 * interprets 0 as "no further member", which would silently cut a bgzip stream read from a slow pipe.
 */
public final class RawInput extends InputStream {
    private static final int TAIL = 28;
    /** The empty block at the end of every complete bgzip file (SAM specification, section 4.1.2). */
    private static final byte[] BGZIP_END = {
        31, (byte) 139, 8, 4, 0, 0, 0, 0, 0, (byte) 255, 6, 0, 66, 67, 2, 0, 27, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private final InputStream in;
    private final String name;
    private final byte[] buffer = new byte[TAIL + (1 << 16)];
    private int next = TAIL;
    private int end = TAIL;
    private boolean ended;
    private boolean expectBgzipEnd;
    private final Optional<Checksum.Running> checksum;

    /**
     * Opens an input.
     *
     * @param name name of the input in messages
     * @param checksum receives all bytes of an input that can be read only once; empty for other inputs
     */
    RawInput(InputStream in, String name, Optional<Checksum.Running> checksum) {
        this.in = in;
        this.name = name;
        this.checksum = checksum;
        while (end - next < TAIL && !ended) {
            more();
        }
    }

    boolean startsWith(int... magic) {
        if (end - next < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((buffer[next + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The name of the input in messages. */
    String name() {
        return name;
    }

    /** The kind of content by its first bytes; empty when it is not one of the known kinds. */
    Optional<ContentKind> kind() {
        return ContentKind.of(buffer, next, end);
    }

    /** Whether the first gzip member has bgzip's extra field. */
    boolean isBgzip() {
        return startsWith(31, 139, 8, 4) && end - next >= 16 && buffer[next + 12] == 'B' && buffer[next + 13] == 'C';
    }

    void expectBgzipEnd(boolean expect) {
        expectBgzipEnd = expect;
    }

    /** Rejects a bgzip file without its last block, after all bytes have been read. */
    void checkEnd() {
        while (!ended) {
            next = end;
            more();
        }
        if (expectBgzipEnd && !Arrays.equals(buffer, end - TAIL, end, BGZIP_END, 0, TAIL)) {
            throw new UserException("the bgzip file ends early: its last block is missing")
                    .in(name)
                    .remedy("copy or download it again");
        }
    }

    UserException unreadable(IOException e) {
        if (e instanceof EOFException) {
            return new UserException("the gzip file ends early", e).in(name).remedy("copy or download it again");
        }
        if (e instanceof ZipException) {
            return new UserException("the gzip file is damaged (" + e.getMessage() + ")", e)
                    .in(name)
                    .remedy("copy or download it again");
        }
        return new UserException("the input cannot be read (" + reason(e) + ")", e).in(name);
    }

    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // Keep the failure that caused the close.
        }
    }

    private void more() {
        if (next == end) {
            int keep = Math.min(TAIL, end);
            System.arraycopy(buffer, end - keep, buffer, TAIL - keep, keep);
            next = TAIL;
            end = TAIL;
        }
        try {
            int count = in.read(buffer, end, buffer.length - end);
            if (count < 0) {
                ended = true;
                checksum.ifPresent(Checksum.Running::finish);
            } else {
                int from = end;
                checksum.ifPresent(running -> running.update(buffer, from, count));
                end += count;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public int available() {
        while (next == end && !ended) {
            more();
        }
        return end - next;
    }

    @Override
    public int read() {
        return available() == 0 ? -1 : buffer[next++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int count = Math.min(available(), length);
        if (count == 0) {
            return -1;
        }
        System.arraycopy(buffer, next, bytes, offset, count);
        next += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
