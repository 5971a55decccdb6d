package org.expomotif.io.numpy;

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
import org.expomotif.io.ControlCharacters;
import org.expomotif.io.Inputs;
import org.expomotif.io.Outputs;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.shard.ShardLabel;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Merges files of NumPy arrays that each contain one shard of the rows. The merged file has the same bytes as the file
 * of an undivided run. A shard has the arrays of the complete file and the array {@code part} with the comments of the
 * run. The last comment names the shard. The arrays {@code run} and {@code settings} are the same in all shards; every
 * other array is concatenated row by row. Numbers are not kept in memory.
 */
public final class ArrayShards implements AutoCloseable {
    /** The array with the record of the run. */
    public static final String RUN = "run";

    /** The array with the options that explain other sequences in the same way. */
    public static final String SETTINGS = "settings";

    private static final String PART = "part";
    /** The arrays that do not have one row per sequence. */
    private static final Set<String> OF_THE_RUN = Set.of(RUN, SETTINGS);

    private static final String SUFFIX = ".npy";
    /** Maximum size in bytes of an array of comments. */
    private static final int MAX_COMMENTS = 1 << 24;

    private final List<ShardFile> shards;

    private interface Reading<T> {
        T read(InputStream in, String place) throws IOException;
    }

    private record ShardFile(ZipFile zip, ShardLabel label) {
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

    /** A zip entry whose checksum is verified at its end. */
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

    private ArrayShards(List<ShardFile> shards) {
        this.shards = shards;
    }

    /** Adds the array that marks a file as a shard, when the comments name a shard. */
    public static void mark(ZipOutputStream zip, List<String> comments) throws IOException {
        if (Shard.ofComments(comments).isPresent()) {
            Npz.add(zip, PART, NpyArray.of(comments.toArray(String[]::new)));
        }
    }

    /** Whether the file is a zip, the container of arrays. */
    public static boolean isZip(String file) {
        try (InputStream in = Inputs.open(file)) {
            return Arrays.equals(in.readNBytes(2), new byte[] {'P', 'K'});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens the files of the shards, given in any order.
     *
     * @throws UserException when the files are not all shards of one run
     */
    public static ArrayShards open(List<String> files) {
        List<ShardFile> opened = new ArrayList<>();
        try {
            files.forEach(file -> opened.add(open(file)));
            return new ArrayShards(ShardLabel.inOrder(opened, ShardFile::label, "attribution"));
        } catch (UserException e) {
            closeAll(opened);
            throw e;
        }
    }

    private static ShardFile open(String file) {
        try {
            ZipFile zip = new ZipFile(file);
            requireDifferent(zip, file);
            ZipEntry entry = zip.getEntry(PART + SUFFIX);
            if (entry == null) {
                zip.close();
                throw new UserException("the file is not a shard of an attribution")
                        .in(file)
                        .expected("what attribute --shard wrote")
                        .remedy("give all shards of one run and nothing else");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                List<String> lines =
                        List.of(comments(in, file + " (" + entry + ")").strings());
                Shard shard = Shard.ofComments(lines)
                        .orElseThrow(() -> damaged(file, "its array " + PART + " does not name the shard", null));
                return new ShardFile(zip, new ShardLabel(file, shard, lines.subList(0, lines.size() - 1)));
            } catch (UserException e) {
                zip.close();
                throw e.inIfUnknown(file);
            }
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    /** Reads an array of comments and limits its size. */
    private static NpyArray comments(InputStream in, String place) throws IOException {
        return NpyFormat.read(in, place, header -> {
            if (header.size() > MAX_COMMENTS) {
                throw new UserException("the array of comments is too large")
                        .in(place)
                        .expected(String.format(Locale.ROOT, "at most %,d bytes", MAX_COMMENTS))
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
        return new UserException("the shard is damaged (" + how + ")", cause)
                .in(file)
                .remedy("copy it again, or run the shard again");
    }

    /** Writes the merged file. */
    public void write(String pathOrDash) {
        Outputs.write(pathOrDash, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            requireSameArrays();
            for (ShardFile shard : shards) {
                requireSameRows(shard);
            }
            for (String array : arrays(shards.getFirst())) {
                if (OF_THE_RUN.contains(array)) {
                    Npz.add(zip, array, shards.getFirst().read(array, ArrayShards::comments));
                } else if (shards.getFirst().read(array, NpyHeader::read).isText()) {
                    addTexts(zip, array);
                } else {
                    addNumbers(zip, array);
                }
            }
            zip.finish();
        });
    }

    private void requireSameArrays() {
        Set<String> expected = Set.copyOf(arrays(shards.getFirst()));
        for (ShardFile shard : shards) {
            if (!Set.copyOf(arrays(shard)).equals(expected)) {
                throw new UserException("the arrays of the shard differ from those of the first")
                        .in(shard.label.file())
                        .expected(String.join(", ", new TreeSet<>(expected)))
                        .found(String.join(", ", new TreeSet<>(arrays(shard))))
                        .remedy("run all shards with the same version and options");
            }
        }
    }

    /** Checks that every array has one row per sequence, before the arrays of text are read. */
    private static void requireSameRows(ShardFile shard) throws IOException {
        Optional<Integer> rows = Optional.empty();
        for (String array : arrays(shard)) {
            int[] shape = shard.read(array, NpyHeader::read).shape();
            if (OF_THE_RUN.contains(array)) {
                continue;
            }
            if (shape.length == 0 || rows.isPresent() && rows.get() != shape[0]) {
                throw damaged(
                        shard.label.file(),
                        "the number of rows of its array " + array + " differs from the others",
                        null);
            }
            rows = Optional.of(shape[0]);
        }
    }

    private static List<String> arrays(ShardFile shard) {
        return shard.zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(SUFFIX) && !name.equals(PART + SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .toList();
    }

    private void addTexts(ZipOutputStream zip, String array) throws IOException {
        List<String> all = new ArrayList<>();
        for (ShardFile shard : shards) {
            List<String> texts = List.of(shard.read(array, ArrayShards::texts).strings());
            if (texts.stream().anyMatch(ControlCharacters::areIn)) {
                throw new UserException("a text of the array holds a control character").in(shard.place(array));
            }
            all.addAll(texts);
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
        return new UserException("the type or shape of the array differs from the other shards").in(place);
    }

    private void addNumbers(ZipOutputStream zip, String array) throws IOException {
        NpyHeader whole = new NpyHeader("", new int[] {0});
        for (ShardFile shard : shards) {
            NpyHeader header = shard.read(array, NpyHeader::read);
            whole = whole.followedBy(header).orElseThrow(() -> otherType(shard.place(array)));
        }
        zip.putNextEntry(Npz.entry(array + SUFFIX));
        zip.write(whole.bytes());
        for (ShardFile shard : shards) {
            shard.read(array, (in, place) -> {
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
        closeAll(shards);
    }

    private static void closeAll(List<ShardFile> shards) {
        try {
            for (ShardFile shard : shards) {
                shard.zip.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
