package org.expomotif.dataset.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.expomotif.io.Inputs;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * An HDF5 file that is open for reading. Data sets are looked up at the top of the file; links, also those to other
 * files, are not followed. Whatever a damaged file makes the library throw becomes an error that names the file.
 */
final class Hdf5File implements AutoCloseable {
    private static final String MATLAB_5 = "MATLAB 5.0 MAT-file";

    private final String name;
    private final long size;
    private final HdfFile file;

    private Hdf5File(String name, long size, HdfFile file) {
        this.name = name;
        this.size = size;
        this.file = file;
    }

    /**
     * Opens a file, which is mapped into memory as one piece if it has at most {@code maximumMapped} bytes.
     *
     * @throws UserException when it does not exist or is not an HDF5 file
     */
    static Hdf5File open(String name, long maximumMapped) {
        if (name.equals(Inputs.STANDARD)) {
            throw new UserException("HDF5 cannot be read from standard input").remedy("give the name of a file");
        }
        Path path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            throw new UserException("this is not a file").in(name).remedy("give the name of an HDF5 file");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            requireHdf5(name, path);
            long size = channel.size();
            HdfFile file =
                    guarded(name, () -> size <= maximumMapped ? mapped(name, channel, size) : unmapped(name, path));
            Hdf5File opened = new Hdf5File(name, size, file);
            try {
                opened.requireWhole();
                return opened;
            } catch (UserException e) {
                opened.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static HdfFile mapped(String name, FileChannel channel, long size) {
        try {
            return HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** The file through a channel of which the library maps no parts, since there is a limit to their number. */
    private static HdfFile unmapped(String name, Path path) {
        boolean isOpen = false;
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                HdfFile file = new HdfFile(channel, path.toUri());
                isOpen = true;
                return file;
            } finally {
                if (!isOpen) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Rejects a file that is shorter than it says. */
    private void requireWhole() {
        long expected =
                guarded(() -> file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress());
        if (size < expected) {
            throw new UserException("the file was cut")
                    .in(name)
                    .expected(expected + " bytes")
                    .found(Long.toString(size))
                    .remedy("get it again");
        }
    }

    private static UserException unreadable(String name, IOException e) {
        return new UserException("the file cannot be read (" + e.getMessage() + ")", e).in(name);
    }

    private static void requireHdf5(String name, Path path) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(path)) {
            start = in.readNBytes(MATLAB_5.length());
        }
        if (new String(start, StandardCharsets.ISO_8859_1).equals(MATLAB_5)) {
            throw new UserException("this is a MATLAB file of version 5, not HDF5")
                    .in(name)
                    .remedy("save it in MATLAB with -v7.3, or convert it to HDF5");
        }
        if (start.length > 1 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B) {
            throw new UserException("this is a gzip file, and HDF5 cannot be read from one")
                    .in(name)
                    .remedy("decompress it first (gunzip)");
        }
    }

    /** Runs what may fail on a damaged file; the error then names the file. */
    private static <T> T guarded(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (UserException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new UserException("the file is not HDF5, is damaged, or has a part that cannot be read", e)
                    .in(name)
                    .found(reason(e))
                    .remedy("check it with h5dump, or write it anew with h5py");
        }
    }

    /** The message of the innermost cause that has one. */
    private static String reason(Throwable thrown) {
        String reason = thrown.getClass().getSimpleName();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
        return reason;
    }

    /** Runs what may fail on a damaged file; the error then names the file. */
    <T> T guarded(Supplier<T> work) {
        return guarded(name, work);
    }

    /** The name of the file as the user wrote it. */
    String name() {
        return name;
    }

    /** Bytes of the file. */
    long size() {
        return size;
    }

    /** The bytes at an address of the file, counted from the end of the user block. */
    ByteBuffer bytes(long address, int length) {
        return guarded(() -> file.getHdfBackingStorage().readBufferFromAddress(address, length));
    }

    /** Bytes of the user block, which addresses do not count. */
    long userBlock() {
        return file.getUserBlockSize();
    }

    /** The names of everything at the top of the file. */
    List<String> names() {
        return guarded(() -> List.copyOf(file.getChildren().keySet()));
    }

    /**
     * A data set at the top of the file; empty if there is nothing of this name.
     *
     * @throws UserException when it is a group or a link
     */
    Optional<Dataset> dataset(String child) {
        @Nullable Node node = guarded(() -> file.getChildren().get(child));
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof Link) {
            throw fault(child, "this is a link, and links are not followed")
                    .remedy("write the array itself into the file");
        }
        if (!(node instanceof Dataset dataset)) {
            throw fault(child, "this is a group, not an array");
        }
        return Optional.of(dataset);
    }

    /** The texts of an attribute of a data set; empty if it has no such attribute, or one that is not text. */
    Optional<List<String>> attribute(Dataset dataset, String attributeName, int number) {
        return guarded(() -> texts(dataset.getAttribute(attributeName), number));
    }

    /** The texts of an attribute of the file; empty if it has no such attribute, or one that is not text. */
    Optional<List<String>> attribute(String attributeName, int number) {
        return guarded(() -> texts(file.getAttribute(attributeName), number));
    }

    private Optional<List<String>> texts(@Nullable Attribute attribute, int number) {
        if (attribute == null || attribute.getSize() != number || attribute.getSizeInBytes() > size) {
            return Optional.empty();
        }
        return texts(attribute.getData());
    }

    /** The texts of a data set; empty if it does not have this number of texts. */
    Optional<List<String>> texts(Dataset dataset, int number) {
        return guarded(() -> dataset.getSize() == number && dataset.getSizeInBytes() <= size
                ? texts(dataset.getDataFlat())
                : Optional.empty());
    }

    private static Optional<List<String>> texts(@Nullable Object data) {
        if (data instanceof String text) {
            return Optional.of(List.of(text));
        }
        if (data instanceof Object[] many && Arrays.stream(many).allMatch(String.class::isInstance)) {
            List<String> texts = new ArrayList<>();
            for (Object one : many) {
                texts.add((String) one);
            }
            return Optional.of(texts);
        }
        return Optional.empty();
    }

    /** An error about something in the file. */
    UserException fault(String child, String what) {
        return new UserException(what).in(name).atRecord(child);
    }

    @Override
    public void close() {
        file.close();
    }
}
