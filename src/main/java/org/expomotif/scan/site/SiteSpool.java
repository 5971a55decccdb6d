package org.expomotif.scan.site;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.expomotif.run.TemporaryFile;
import org.expomotif.scan.input.NamedRegion;
import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceHits;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sites of a scan, slice by slice, until their lines can be made. A site takes a few bytes of a temporary
 * file, where its line takes a hundred: its distance from the site before, its matrix, strand and sum, and those bases
 * that no site before it has. The file is deleted when the spool is closed.
 */
final class SiteSpool implements AutoCloseable {
    private record Extent(long position, int length) {}

    private final List<HitLines> matrices;
    private final Path folder;
    private final List<Extent> slices = new ArrayList<>();
    private @Nullable TemporaryFile file;

    /**
     * Creates an empty spool.
     *
     * @param matrices the lines of all matrices
     * @param folder folder of the temporary file
     */
    SiteSpool(List<HitLines> matrices, Path folder) {
        this.matrices = matrices;
        this.folder = folder;
    }

    /** Encodes the sites of a slice by position, then by matrix, plus before minus. Thread-safe. */
    byte[] encode(ScannedSlice scanned) {
        Slice slice = scanned.slice();
        SliceHits hits = scanned.hits();
        Encoder out = new Encoder(16 * hits.size() + 256);
        out.number(slice.length());
        out.number(slice.pieces().size());
        slice.pieces().forEach(piece -> encode(piece, out));
        out.number(hits.size());
        int[] matrixOf = hits.matrices();
        int last = 0;
        int covered = 0;
        for (int hit : hits.byPosition()) {
            HitLines matrix = matrices.get(matrixOf[hit]);
            int position = hits.positions()[hit];
            out.number(position - last);
            out.number(matrixOf[hit]);
            out.number(2L * (hits.sum(hit) - matrix.minimumSum()) + (hits.minus(hit) ? 1 : 0));
            int from = Math.max(covered, position);
            covered = Math.max(covered, position + matrix.width());
            out.bytes(slice.letters(), from, covered - from);
            last = position;
        }
        return out.toArray();
    }

    private static void encode(Slice.Piece piece, Encoder out) {
        ScannedSequence source = piece.source();
        out.number(piece.offset());
        out.number(piece.firstBase());
        out.number(source.number());
        out.text(source.sequence());
        out.number(source.name().length);
        out.bytes(source.name(), 0, source.name().length);
        out.text(source.label());
        out.number(source.region().map(region -> region.summits().size()).orElse(0));
        source.region().ifPresent(region -> {
            out.text(region.name());
            region.summits().forEach(out::number);
        });
    }

    /** Adds a slice that was encoded. */
    void append(byte[] encoded) {
        if (file == null) {
            file = TemporaryFile.in(folder, "the sites");
        }
        slices.add(new Extent(file.size(), encoded.length));
        file.append(encoded, 0, encoded.length);
    }

    /** Number of slices. */
    int slices() {
        return slices.size();
    }

    /** The encoded bytes of a slice. */
    byte[] read(int number) {
        Extent extent = slices.get(number);
        return Objects.requireNonNull(file).read(extent.position, extent.length);
    }

    /** Passes on the sites of a slice in their order. Thread-safe. */
    static void decode(byte[] encoded, List<HitLines> matrices, Consumer<Site> sites) {
        Decoder in = new Decoder(encoded);
        byte[] letters = new byte[in.integer()];
        List<Slice.Piece> pieces =
                IntStream.range(0, in.integer()).mapToObj(i -> piece(in)).toList();
        Slice slice = new Slice(letters, letters.length, letters.length, pieces);
        int position = 0;
        int covered = 0;
        int piece = 0;
        for (int left = in.integer(); left > 0; left--) {
            position += in.integer();
            int number = in.integer();
            HitLines matrix = matrices.get(number);
            long key = in.number();
            int sum = matrix.minimumSum() + (int) (key >> 1);
            int from = Math.max(covered, position);
            covered = Math.max(covered, position + matrix.width());
            in.bytes(letters, from, covered - from);
            piece = slice.pieceAt(position, piece);
            Slice.Piece on = slice.piece(piece);
            sites.accept(new Site(
                    number, (key & 1) == 1 ? ~sum : sum, on.source(), on.position(position), letters, position));
        }
    }

    private static Slice.Piece piece(Decoder in) {
        int offset = in.integer();
        long firstBase = in.number();
        long number = in.number();
        String sequence = in.text();
        byte[] name = new byte[in.integer()];
        in.bytes(name, 0, name.length);
        String label = in.text();
        int summits = in.integer();
        Optional<NamedRegion> region = Optional.empty();
        if (summits > 0) {
            String regionName = in.text();
            region = Optional.of(new NamedRegion(
                    regionName,
                    IntStream.range(0, summits).mapToObj(i -> in.integer()).toList()));
        }
        return new Slice.Piece(new ScannedSequence(number, sequence, name, label, region), firstBase, offset);
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    /** Bytes and numbers; a number from 0 to 127 takes one byte, a larger one another byte per seven bits. */
    private static final class Encoder {
        private byte[] bytes;
        private int length;

        Encoder(int capacity) {
            bytes = new byte[capacity];
        }

        void number(long number) {
            ensureRoom(10);
            long rest = number;
            while (rest >>> 7 != 0) {
                bytes[length++] = (byte) (rest & 127 | 128);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }

        void text(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            number(encoded.length);
            bytes(encoded, 0, encoded.length);
        }

        void bytes(byte[] from, int start, int count) {
            ensureRoom(count);
            System.arraycopy(from, start, bytes, length, count);
            length += count;
        }

        private void ensureRoom(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
            }
        }

        byte[] toArray() {
            return Arrays.copyOf(bytes, length);
        }
    }

    /** Reads what an {@link Encoder} wrote. */
    private static final class Decoder {
        private final byte[] bytes;
        private int at;

        Decoder(byte[] bytes) {
            this.bytes = bytes;
        }

        long number() {
            long number = 0;
            int shift = 0;
            byte next = bytes[at++];
            while (next < 0) {
                number |= (long) (next & 127) << shift;
                shift += 7;
                next = bytes[at++];
            }
            return number | (long) next << shift;
        }

        int integer() {
            return (int) number();
        }

        String text() {
            byte[] encoded = new byte[integer()];
            bytes(encoded, 0, encoded.length);
            return new String(encoded, StandardCharsets.UTF_8);
        }

        void bytes(byte[] to, int start, int count) {
            System.arraycopy(bytes, at, to, start, count);
            at += count;
        }
    }
}
