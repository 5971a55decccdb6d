package org.expomotif.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Files of NumPy arrays that hold one share each of the rows of a whole: put together, to the bytes of the whole. A
 * part has the arrays of the whole and one more, {@code part}: the comments of the run, of which the last names the
 * share. {@code run} is the same in all, every other array is continued row by row. Numbers are not held in memory.
 */
public final class ArrayParts implements AutoCloseable {
    private static final String PART = "part";
    private static final String RUN = "run";
    private static final String SUFFIX = ".npy";
    /** Bytes of the largest array of comments. */
    private static final int MOST_COMMENTS = 1 << 24;

    private final List<Part> parts;

    private interface Reading<T> {
        T read(InputStream in, String place) throws IOException;
    }

    private record Part(ZipFile zip, PartLabel label) {
        String place(String array) {
            return label.file() + " (" + array + SUFFIX + ")";
        }

        <T> T read(String array, Reading<T> reading) throws IOException {
            ZipEntry entry = zip.getEntry(array + SUFFIX);
            if (entry == null) {
                throw damaged(label.file(), "it has no array " + array, null);
            }
            try (InputStream in = new CheckedEntry(zip.getInputStream(entry), entry.getCrc())) {
                return reading.read(in, place(array));
            } catch (ZipException | EOFException e) {
                throw damaged(label.file(), String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** An entry whose bytes are checked at its end. */
    private static final class CheckedEntry extends CheckedInputStream {
        private final long checksum;

        CheckedEntry(InputStream in, long checksum) {
            super(in, new CRC32());
            this.checksum = checksum;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count < 0 && getChecksum().getValue() != checksum) {
                throw new ZipException("its checksum does not fit");
            }
            return count;
        }
    }

    private ArrayParts(List<Part> parts) {
        this.parts = parts;
    }

    /** Adds to a file that is being written what makes it a part, when the comments say that it is one. */
    public static void mark(ZipOutputStream zip, List<String> comments) throws IOException {
        if (Shard.ofComments(comments).isPresent()) {
            Npz.add(zip, PART, NpyArray.of(comments.toArray(String[]::new)));
        }
    }

    /** Whether the file is a zip, as files of arrays are. */
    public static boolean isZip(String file) {
        try (InputStream in = Inputs.open(file)) {
            return Arrays.equals(in.readNBytes(2), new byte[] {'P', 'K'});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens the parts, in any order.
     *
     * @throws UserException when they are not all the parts of one run
     */
    public static ArrayParts open(List<String> files) {
        List<Part> opened = new ArrayList<>();
        try {
            files.forEach(file -> opened.add(open(file)));
            return new ArrayParts(PartLabel.inOrder(opened, Part::label, "attribution"));
        } catch (UserException e) {
            closeAll(opened);
            throw e;
        }
    }

    private static Part open(String file) {
        try {
            ZipFile zip = new ZipFile(file);
            requireDifferent(zip, file);
            ZipEntry entry = zip.getEntry(PART + SUFFIX);
            if (entry == null) {
                zip.close();
                throw new UserException("the file is no part of an attribution")
                        .in(file)
                        .expected("what attribute --shard wrote")
                        .remedy("give the parts, all of them and nothing else");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                List<String> lines =
                        List.of(comments(in, file + " (" + entry + ")").strings());
                Shard shard = Shard.ofComments(lines)
                        .orElseThrow(() -> damaged(file, "its array " + PART + " does not name the share", null));
                return new Part(zip, new PartLabel(file, shard, lines.subList(0, lines.size() - 1)));
            } catch (UserException e) {
                zip.close();
                throw e.knowsFile() ? e : e.in(file);
            }
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    /** An array of comments, which are few. */
    private static NpyArray comments(InputStream in, String place) throws IOException {
        return NpyFormat.read(in, place, header -> {
            if (header.size() > MOST_COMMENTS) {
                throw new UserException("the array of comments is too large")
                        .in(place)
                        .expected(String.format(Locale.ROOT, "at most %,d bytes", MOST_COMMENTS))
                        .found(String.format(Locale.ROOT, "%,d", header.size()));
            }
        });
    }

    private static void requireDifferent(ZipFile zip, String file) throws IOException {
        Set<String> names = new HashSet<>();
        Optional<String> twice = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !names.add(name))
                .findFirst();
        if (twice.isPresent()) {
            zip.close();
            throw ZipReader.twice(file, twice.get());
        }
    }

    private static UserException damaged(String file, String how, @Nullable Exception cause) {
        return new UserException("the part is damaged (" + how + ")", cause)
                .in(file)
                .remedy("copy it again, or run its share again");
    }

    /** Writes the whole. */
    public void write(String pathOrDash) {
        Outputs.write(pathOrDash, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            requireSameArrays();
            for (Part part : parts) {
                requireSameRows(part);
            }
            for (String array : arrays(parts.getFirst())) {
                if (array.equals(RUN)) {
                    Npz.add(zip, array, parts.getFirst().read(array, ArrayParts::comments));
                } else if (parts.getFirst().read(array, NpyHeader::read).isText()) {
                    addTexts(zip, array);
                } else {
                    addNumbers(zip, array);
                }
            }
            zip.finish();
        });
    }

    private void requireSameArrays() {
        Set<String> expected = Set.copyOf(arrays(parts.getFirst()));
        for (Part part : parts) {
            if (!Set.copyOf(arrays(part)).equals(expected)) {
                throw new UserException("the part has other arrays than the first")
                        .in(part.label.file())
                        .expected(String.join(", ", new TreeSet<>(expected)))
                        .found(String.join(", ", new TreeSet<>(arrays(part))))
                        .remedy("run all the parts with the same version and options");
            }
        }
    }

    /** Every array has a row a sequence; so texts are not read whose numbers are missing. */
    private static void requireSameRows(Part part) throws IOException {
        Optional<Integer> rows = Optional.empty();
        for (String array : arrays(part)) {
            int[] shape = part.read(array, NpyHeader::read).shape();
            if (array.equals(RUN)) {
                continue;
            }
            if (shape.length == 0 || rows.isPresent() && rows.get() != shape[0]) {
                throw damaged(
                        part.label.file(), "its array " + array + " has another number of rows than the others", null);
            }
            rows = Optional.of(shape[0]);
        }
    }

    private static List<String> arrays(Part part) {
        return part.zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(SUFFIX) && !name.equals(PART + SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .toList();
    }

    private void addTexts(ZipOutputStream zip, String array) throws IOException {
        List<String> all = new ArrayList<>();
        for (Part part : parts) {
            all.addAll(List.of(part.read(array, ArrayParts::texts).strings()));
        }
        Npz.add(zip, array, NpyArray.of(all.toArray(String[]::new), all.size()));
    }

    private static NpyArray texts(InputStream in, String place) throws IOException {
        return NpyFormat.read(in, place, header -> {
            if (!header.isText()) {
                throw otherType(place);
            }
        });
    }

    private static UserException otherType(String place) {
        return new UserException("the array has another type or shape than in the other parts").in(place);
    }

    private void addNumbers(ZipOutputStream zip, String array) throws IOException {
        NpyHeader whole = new NpyHeader("", new int[] {0});
        for (Part part : parts) {
            NpyHeader header = part.read(array, NpyHeader::read);
            whole = whole.followedBy(header).orElseThrow(() -> otherType(part.place(array)));
        }
        zip.putNextEntry(Npz.entry(array + SUFFIX));
        zip.write(whole.bytes());
        for (Part part : parts) {
            part.read(array, (in, place) -> {
                NpyHeader header = NpyHeader.read(in, place);
                long copied = in.transferTo(zip);
                if (copied != header.size()) {
                    throw copied < header.size() ? NpyHeader.early(place) : NpyHeader.longer(place);
                }
                return header;
            });
        }
        zip.closeEntry();
    }

    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(List<Part> parts) {
        try {
            for (Part part : parts) {
                part.zip.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
