package org.expomotif.io.numpy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.expomotif.io.Inputs;
import org.expomotif.io.Outputs;
import org.expomotif.run.UserException;

/** Named arrays in one .npz file, as written by {@code numpy.savez_compressed} and read by {@code numpy.load}. */
public final class Npz {
    /** The earliest time that a zip can represent; a fixed time makes equal arrays give equal bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Npz() {}

    /** Writes the arrays in the order of the map. */
    public static void write(String pathOrDash, Map<String, NpyArray> arrays) {
        Outputs.write(pathOrDash, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                add(zip, array.getKey(), array.getValue());
            }
            zip.finish();
        });
    }

    /** Adds one array as {@code NAME.npy} to a zip; the bytes do not depend on the time. */
    public static void add(ZipOutputStream zip, String name, NpyArray array) throws IOException {
        zip.putNextEntry(entry(name + ".npy"));
        array.write(zip);
        zip.closeEntry();
    }

    /** A zip entry with a fixed time. */
    public static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /**
     * Reads all arrays, in the order of the file.
     *
     * @throws UserException when the file is not an .npz file, is truncated, contains an array twice, or contains one
     *     that cannot be read
     */
    public static Map<String, NpyArray> read(String pathOrDash) {
        Map<String, NpyArray> arrays = inside(pathOrDash, ZipReader::arrays);
        if (arrays.isEmpty()) {
            throw empty(pathOrDash);
        }
        return arrays;
    }

    /**
     * Reads some arrays, in the order of the file; the memory for the others is not needed.
     *
     * @param wanted the names of arrays to read; those that the file does not hold are not in the result
     * @throws UserException as {@link #read(String)} throws
     */
    public static Map<String, NpyArray> read(String path, Set<String> wanted) {
        return inside(path, zip -> zip.arrays(wanted::contains));
    }

    /**
     * The names of all arrays, in the order of the file, for a file that is read again afterwards.
     *
     * @throws UserException when the file is not an .npz file, is truncated, or contains an array twice
     */
    public static Set<String> names(String path) {
        Set<String> names = new LinkedHashSet<>();
        inside(
                path,
                zip -> zip.arrays(name -> {
                    names.add(name);
                    return false;
                }));
        if (names.isEmpty()) {
            throw empty(path);
        }
        return names;
    }

    @FunctionalInterface
    private interface Reading {
        Map<String, NpyArray> of(ZipReader zip) throws IOException;
    }

    private static Map<String, NpyArray> inside(String pathOrDash, Reading reading) {
        String file = Inputs.name(pathOrDash);
        try (ZipReader zip = ZipReader.open(pathOrDash)) {
            return reading.of(zip);
        } catch (ZipException e) {
            throw new UserException("the file is damaged (" + e.getMessage() + ")", e).in(file);
        } catch (EOFException e) {
            throw new UserException("the file ends early", e).in(file).remedy("copy it again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UserException empty(String pathOrDash) {
        return new UserException("the file holds no NumPy arrays")
                .in(Inputs.name(pathOrDash))
                .expected("an .npz file");
    }
}
