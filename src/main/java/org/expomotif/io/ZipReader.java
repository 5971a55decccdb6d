package org.expomotif.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.expomotif.run.UserException;

/**
 * The entries of a zip of arrays, one after the other, as a stream: the one reader of .npz files and of model files.
 * Damage arrives as {@link java.util.zip.ZipException} or {@link java.io.EOFException}, for the caller to name.
 */
public final class ZipReader implements AutoCloseable {
    private static final String SUFFIX = ".npy";

    private final String file;
    private final WholeZip whole;
    private final ZipInputStream zip;
    private final Set<String> names = new HashSet<>();

    private ZipReader(String file, InputStream in) {
        this.file = file;
        this.whole = new WholeZip(in);
        this.zip = new ZipInputStream(whole);
    }

    /** Opens a file or standard input. */
    public static ZipReader open(String pathOrDash) {
        return new ZipReader(Inputs.name(pathOrDash), Inputs.open(pathOrDash));
    }

    /**
     * Goes to the next entry; nothing after the last.
     *
     * @throws UserException when an entry of this name came before
     */
    public Optional<String> next() throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
            return Optional.empty();
        }
        if (!names.add(entry.getName())) {
            throw twice(file, entry.getName());
        }
        return Optional.of(entry.getName());
    }

    /** The fault of a zip with two entries of one name, of which readers may take either. */
    static UserException twice(String file, String name) {
        return new UserException("the zip has two entries of one name")
                .in(file)
                .atRecord(name)
                .expected("every entry once")
                .remedy("write the file again");
    }

    /**
     * The bytes of the entry.
     *
     * @throws UserException when there are more than {@code most}
     */
    public byte[] bytes(int most) throws IOException {
        byte[] bytes = zip.readNBytes(most);
        if (zip.read() >= 0) {
            throw new UserException("an entry of the zip is too large")
                    .in(file)
                    .atRecord(String.join(", ", names))
                    .expected(String.format(Locale.ROOT, "at most %,d bytes", most));
        }
        return bytes;
    }

    /**
     * Reads the arrays of all entries that follow, by their names without {@code .npy}, and the end of the file. Other
     * entries are passed over.
     *
     * @throws UserException when an entry is not an array that can be read
     */
    public Map<String, NpyArray> arrays() throws IOException {
        return arrays((name, shape) -> {});
    }

    /** What may refuse an array by its name and shape, before memory is taken for its numbers. */
    @FunctionalInterface
    public interface Check {
        /** Looks at an array, its name without {@code .npy}. */
        void accept(String name, int[] shape);
    }

    /** {@link #arrays()} of which each is checked before its numbers are read. */
    public Map<String, NpyArray> arrays(Check check) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (Optional<String> name = next(); name.isPresent(); name = next()) {
            String entry = name.get();
            if (entry.endsWith(SUFFIX)) {
                String array = entry.substring(0, entry.length() - SUFFIX.length());
                arrays.put(
                        array,
                        NpyFormat.read(zip, file + " (" + entry + ")", header -> check.accept(array, header.shape())));
            }
        }
        if (!names.isEmpty()) {
            whole.requireEnd();
        }
        return arrays;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
