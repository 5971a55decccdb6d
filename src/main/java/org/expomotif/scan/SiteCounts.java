package org.expomotif.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipOutputStream;
import org.expomotif.io.NpyArray;
import org.expomotif.io.NpySpool;
import org.expomotif.io.Npz;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;

/**
 * How many sites every matrix has in every sequence, as a table of one row a sequence and one column a matrix, or as an
 * {@code .npz} of the arrays {@code counts} (sequences x motifs), {@code sequences} and {@code motifs}.
 */
public final class SiteCounts implements SequenceWalk.Visitor, AutoCloseable {
    private final List<ScanMatrix> matrices;
    private final boolean isArray;
    private final OutputSink sink;
    private final int[] counts;
    private final List<String> names = new ArrayList<>();
    private final NpySpool rows;

    /**
     * Opens the file.
     *
     * @param path {@code .npz} for arrays, else a table
     * @param comments lines for the head of the table
     */
    public SiteCounts(String path, List<ScanMatrix> matrices, List<String> comments) {
        this.matrices = matrices;
        this.isArray = path.toLowerCase(Locale.ROOT).endsWith(".npz");
        this.counts = new int[matrices.size()];
        this.sink = Outputs.open(path);
        this.rows = NpySpool.ofInts(path);
        if (!isArray) {
            StringBuilder head = new StringBuilder();
            comments.forEach(comment -> head.append("# ").append(comment).append('\n'));
            head.append("sequence");
            matrices.forEach(matrix -> head.append('\t').append(matrix.id().replace('\t', ' ')));
            write(head.append('\n'));
        }
    }

    @Override
    public void hit(int matrix, Slice slice, Slice.Piece piece, SliceHits hits, int hit) {
        counts[matrix]++;
    }

    @Override
    public void endOfSequence(Source source) {
        if (isArray) {
            names.add(source.label());
            rows.add(counts);
        } else {
            StringBuilder row = new StringBuilder(source.label().replace('\t', ' '));
            for (int count : counts) {
                row.append('\t').append(count);
            }
            write(row.append('\n'));
        }
        java.util.Arrays.fill(counts, 0);
    }

    private void write(StringBuilder text) {
        try {
            sink.stream().write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeArrays() {
        try {
            ZipOutputStream zip = new ZipOutputStream(sink.stream());
            rows.writeTo(zip, "counts", names.size(), counts.length);
            Npz.add(zip, "sequences", NpyArray.of(names.toArray(String[]::new), names.size()));
            String[] ids = matrices.stream().map(ScanMatrix::id).toArray(String[]::new);
            Npz.add(zip, "motifs", NpyArray.of(ids, ids.length));
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finishes the file. */
    public void commit() {
        if (isArray) {
            writeArrays();
        }
        sink.commit();
    }

    @Override
    public void close() {
        rows.close();
        sink.close();
    }
}
