package org.expomotif.scan.count;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.expomotif.io.Outputs;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.NpySpool;
import org.expomotif.io.numpy.Npz;

/** The arrays {@code counts} (sequences x motifs), {@code sequences} and {@code motifs} in an {@code .npz} file. */
final class CountArrays implements CountOutput {
    private final String path;
    private final List<String> motifs;
    private final List<String> names = new ArrayList<>();
    private final NpySpool rows;

    CountArrays(String path, List<String> motifs) {
        this.path = path;
        this.motifs = motifs;
        this.rows = NpySpool.ofInts(path);
    }

    @Override
    public void row(String label, int[] counts) {
        names.add(label);
        rows.add(counts);
    }

    @Override
    public void commit() {
        Outputs.write(path, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            rows.writeTo(zip, "counts", names.size(), motifs.size());
            Npz.add(zip, "sequences", NpyArray.of(names.toArray(String[]::new), names.size()));
            Npz.add(zip, "motifs", NpyArray.of(motifs.toArray(String[]::new), motifs.size()));
            zip.finish();
        });
    }

    @Override
    public void close() {
        rows.close();
    }
}
