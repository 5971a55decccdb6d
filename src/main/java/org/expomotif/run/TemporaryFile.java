package org.expomotif.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * A temporary file for bytes that do not fit into memory.
 *
 * <p>The file is in the folder of the output that it serves, which has the space that the output needs, or in
 * {@code java.io.tmpdir} for standard output. It is created exclusively and readable only by its owner, and its name is
 * removed as soon as it is open, so that nothing remains however the program ends. Errors are thrown as
 * {@link UserException} naming the contents and the folder.
 */
public final class TemporaryFile implements AutoCloseable {
    private final Path folder;
    private final String contents;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private long written;

    /** A file with a given channel; for tests. */
    TemporaryFile(Path folder, String contents, FileChannel channel) {
        this.folder = folder;
        this.contents = contents;
        this.channel = channel;
    }

    /**
     * Opens an empty file in the folder of an output.
     *
     * @param output path of the output, or {@code -} for standard output
     * @param contents the contents as named in messages: {@code "the sites"}
     * @throws UserException when the file cannot be created
     */
    public static TemporaryFile beside(String output, String contents) {
        Path folder = Path.of(output).toAbsolutePath().getParent();
        return output.equals("-") || folder == null ? in(defaultFolder(), contents) : in(folder, contents);
    }

    /** Opens an empty file in a folder; see {@link #beside}. */
    public static TemporaryFile in(Path folder, String contents) {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        Path path = folder.resolve(".expomotif-" + HexFormat.of().formatHex(random) + ".temporary");
        try {
            // On Unix, DELETE_ON_CLOSE removes the name at once.
            FileChannel channel = NameChanges.complete(() -> FileChannel.open(
                    path,
                    Set.of(
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE,
                            LinkOption.NOFOLLOW_LINKS),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
            return new TemporaryFile(folder, contents, channel);
        } catch (IOException e) {
            throw failure("created", folder, contents, e);
        }
    }

    private static Path defaultFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private UserException failure(String done, IOException e) {
        return failure(done, folder, contents, e);
    }

    private static UserException failure(String done, Path folder, String contents, IOException e) {
        String reason = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
        return new UserException("the temporary file for " + contents + " cannot be " + done + " (" + reason + ")", e)
                .in(folder)
                .remedy("write the output to a folder that you may write to and that has room");
    }

    /** Number of bytes appended so far. */
    public long size() {
        return written + buffer.position();
    }

    /** Discards all bytes, so that the file can be used again. */
    public void clear() {
        written = 0;
        buffer.clear();
    }

    /** Appends bytes. */
    public void append(byte[] bytes, int from, int count) {
        if (count > buffer.remaining()) {
            flush();
        }
        if (count > buffer.capacity()) {
            write(ByteBuffer.wrap(bytes, from, count));
        } else {
            buffer.put(bytes, from, count);
        }
    }

    private void flush() {
        buffer.flip();
        write(buffer);
        buffer.clear();
    }

    private void write(ByteBuffer source) {
        try {
            while (source.hasRemaining()) {
                written += channel.write(source, written);
            }
        } catch (IOException e) {
            throw failure("written", e);
        }
    }

    /**
     * Reads bytes that were appended.
     *
     * @param position position of the first byte
     * @param count number of bytes; at most {@code size() - position}
     */
    public byte[] read(long position, int count) {
        if (buffer.position() > 0) {
            flush();
        }
        ByteBuffer target = ByteBuffer.allocate(count);
        try {
            while (target.hasRemaining()) {
                if (channel.read(target, position + target.position()) < 0) {
                    throw new IOException("it is shorter than expected");
                }
            }
        } catch (IOException e) {
            throw failure("read", e);
        }
        return target.array();
    }

    /** Writes all bytes to a stream; exceptions of the stream are passed on unchanged. */
    public void copyTo(OutputStream out) throws IOException {
        for (long at = 0; at < size(); ) {
            byte[] block = read(at, (int) Math.min(buffer.capacity(), size() - at));
            out.write(block);
            at += block.length;
        }
    }

    /** Closes the file, which removes it; unwritten bytes are discarded. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failure("closed", e);
        }
    }
}
