package org.expomotif.io.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.expomotif.io.Inputs;
import org.expomotif.run.UserException;

/**
 * Reads the entries of a zip of arrays as a stream, for .npz files and model files. Damage is thrown as
 * {@link java.util.zip.ZipException} or {@link java.io.EOFException}, to which the caller adds the name of the file.
 */
public final class ZipReader implements AutoCloseable {
    private static final String SUFFIX = ".npy";

    private final String file;
    private final CompleteZipInput whole;
    private final ZipInputStream zip;
    private final Set<String> names = new HashSet<>();

    private ZipReader(String file, InputStream in) {
        this.file = file;
        this.whole = new CompleteZipInput(in);
        this.zip = new ZipInputStream(whole);
    }

    /** Opens a file or standard input. */
    public static ZipReader open(String pathOrDash) {
        return new ZipReader(Inputs.name(pathOrDash), Inputs.open(pathOrDash));
    }

    /**
     * Moves to the next entry and returns its name; empty after the last.
     *
     * @throws UserException when an earlier entry has the same name
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

    /** The error for a zip with two entries of the same name, which readers would resolve differently. */
    static UserException twice(String file, String name) {
        return new UserException("the zip has two entries of one name")
                .in(file)
                .atRecord(name)
                .expected("every entry once")
                .remedy("write the file again");
    }

    /**
     * The bytes of the current entry.
     *
     * @throws UserException when the entry has more than {@code maximum} bytes
     */
    public byte[] bytes(int maximum) throws IOException {
        byte[] bytes = zip.readNBytes(maximum);
        if (zip.read() >= 0) {
            throw new UserException("an entry of the zip is too large")
                    .in(file)
                    .atRecord(String.join(", ", names))
                    .expected(String.format(Locale.ROOT, "at most %,d bytes", maximum));
        }
        return bytes;
    }

    /**
     * Reads the arrays of all entries that follow, by their names without {@code .npy}, and the end of the file. Other
     * entries are skipped.
     *
     * @throws UserException when an entry is not an array that can be read
     */
    public Map<String, NpyArray> arrays() throws IOException {
        return arrays((name, shape) -> {});
    }

    /** A check that can reject an array by its name and shape, before memory is allocated for its numbers. */
    @FunctionalInterface
    public interface Check {
        /** Checks an array, named without {@code .npy}; throws to reject it. */
        void accept(String name, int[] shape);
    }

    /** Like {@link #arrays()}, with a check of each array before its numbers are read. */
    public Map<String, NpyArray> arrays(Check check) throws IOException {
        return arrays(name -> true, check);
    }

    /** Like {@link #arrays()}, for the arrays whose names pass a test; the others are skipped without being kept. */
    Map<String, NpyArray> arrays(Predicate<String> wanted) throws IOException {
        return arrays(wanted, (name, shape) -> {});
    }

    private Map<String, NpyArray> arrays(Predicate<String> wanted, Check check) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (Optional<String> name = next(); name.isPresent(); name = next()) {
            String entry = name.get();
            if (!entry.endsWith(SUFFIX)) {
                continue;
            }
            String array = entry.substring(0, entry.length() - SUFFIX.length());
            if (wanted.test(array)) {
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
