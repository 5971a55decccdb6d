package org.expomotif.scan.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.expomotif.io.Outputs;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.NpySpool;
import org.expomotif.io.numpy.Npz;
import org.expomotif.io.table.TableOutput;
import org.expomotif.run.Provenance;
import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.matrix.ScanMatrix;

/**
 * Writes the number of sites of every matrix in every sequence, as a table with one row per sequence and one column per
 * matrix, or as an {@code .npz} file with the arrays {@code counts} (sequences x motifs), {@code sequences} and
 * {@code motifs}.
 */
public final class SiteCounts implements SequenceWalk.Visitor, AutoCloseable {
    private final List<ScanMatrix> matrices;
    private final String path;
    private final Optional<TableOutput> table;
    private final int[] counts;
    private final List<String> names = new ArrayList<>();
    private final NpySpool rows;

    /**
     * Opens the file.
     *
     * @param path path of the file; {@code .npz} for arrays, else a table
     * @param provenance provenance of the run, written to a table
     */
    public SiteCounts(String path, List<ScanMatrix> matrices, Provenance provenance) {
        this.matrices = matrices;
        boolean isArray = path.toLowerCase(Locale.ROOT).endsWith(".npz");
        this.counts = new int[matrices.size()];
        this.path = path;
        this.rows = NpySpool.ofInts(path);
        this.table = isArray ? Optional.empty() : Optional.of(TableOutput.open(path, columns(matrices), provenance));
    }

    private static List<String> columns(List<ScanMatrix> matrices) {
        return Stream.concat(
                        Stream.of("sequence"),
                        matrices.stream().map(matrix -> matrix.id().replace('\t', ' ')))
                .toList();
    }

    @Override
    public void site(Site site) {
        counts[site.matrix()]++;
    }

    @Override
    public void endOfSequence(ScannedSequence source) {
        if (table.isPresent()) {
            StringBuilder row = new StringBuilder(source.label().replace('\t', ' '));
            for (int count : counts) {
                row.append('\t').append(count);
            }
            table.get().row(row.toString());
        } else {
            names.add(source.label());
            rows.add(counts);
        }
        Arrays.fill(counts, 0);
    }

    @Override
    public void finish() {}

    private void writeArrays() {
        Outputs.write(path, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            rows.writeTo(zip, "counts", names.size(), counts.length);
            Npz.add(zip, "sequences", NpyArray.of(names.toArray(String[]::new), names.size()));
            String[] ids = matrices.stream().map(ScanMatrix::id).toArray(String[]::new);
            Npz.add(zip, "motifs", NpyArray.of(ids, ids.length));
            zip.finish();
        });
    }

    /** Finishes the file. */
    public void commit() {
        if (table.isPresent()) {
            table.get().commit();
        } else {
            writeArrays();
        }
    }

    @Override
    public void close() {
        rows.close();
        table.ifPresent(TableOutput::close);
    }
}
