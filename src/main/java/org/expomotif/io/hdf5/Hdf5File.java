package org.expomotif.io.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.io.IOException;
import java.io.InputStream;
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
 * An HDF5 file that is open for reading. Links, also those to other files, are not followed. Whatever a damaged file
 * makes the library throw becomes an error that names the file.
 */
public final class Hdf5File implements AutoCloseable {
    /** Bytes up to which a file is usually mapped into memory as one piece. */
    public static final long USUALLY_MAPPED = Integer.MAX_VALUE;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

    private static final String MATLAB_5 = "MATLAB 5.0 MAT-file";

    private final String name;
    private final long size;
    private final HdfFile file;

    private Hdf5File(String name, long size, HdfFile file) {
        this.name = name;
        this.size = size;
        this.file = file;
    }

    /** Whether a file begins as HDF5 files without a user block do; false for what is not a regular file. */
    public static boolean isHdf5(String name) {
        Path path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * Opens a file, which is mapped into memory as one piece if it has at most {@code maximumMapped} bytes.
     *
     * @throws UserException when it does not exist or is not an HDF5 file
     */
    public static Hdf5File open(String name, long maximumMapped) {
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
        try (InputStream in = Files.newInputStream(path)) {
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
    public String name() {
        return name;
    }

    /** Bytes of the file. */
    public long size() {
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
    public List<String> names() {
        return guarded(() -> List.copyOf(file.getChildren().keySet()));
    }

    /** Whether there is anything at a path, such as {@code name} or {@code group/name}. */
    public boolean has(String path) {
        return node(path) != null;
    }

    /**
     * A data set; empty if there is nothing at the path.
     *
     * @throws UserException when it is a group, or it or a group above it is a link
     */
    Optional<Dataset> dataset(String path) {
        @Nullable Node node = node(path);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof Dataset dataset)) {
            throw fault(path, "this is a group, not an array");
        }
        return Optional.of(dataset);
    }

    private @Nullable Node node(String path) {
        @Nullable Node node = file;
        for (String child : path.split("/", -1)) {
            if (!(node instanceof Group group)) {
                return null;
            }
            node = guarded(() -> group.getChildren().get(child));
            if (node instanceof Link) {
                throw fault(path, "this is a link, and links are not followed")
                        .remedy("write the array itself into the file");
            }
        }
        return node;
    }

    /** The texts of an attribute of a data set; empty if it has no such attribute, or one that is not text. */
    Optional<List<String>> attribute(Dataset dataset, String attributeName, int number) {
        return guarded(() -> texts(dataset.getAttribute(attributeName), number));
    }

    /** The texts of an attribute of the file; empty if it has no such attribute, or one that is not text. */
    public Optional<List<String>> attribute(String attributeName, int number) {
        return guarded(() -> texts(file.getAttribute(attributeName), number));
    }

    private Optional<List<String>> texts(@Nullable Attribute attribute, int number) {
        if (attribute == null || attribute.getSize() != number || attribute.getSizeInBytes() > size) {
            return Optional.empty();
        }
        return texts(attribute.getData());
    }

    /** The texts of a data set; empty if there is none at the path, or it does not have this number of texts. */
    public Optional<List<String>> texts(String path, int number) {
        return dataset(path).flatMap(dataset -> texts(dataset, number));
    }

    private Optional<List<String>> texts(Dataset dataset, int number) {
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
    public UserException fault(String child, String what) {
        return new UserException(what).in(name).atRecord(child);
    }

    @Override
    public void close() {
        file.close();
    }
}
