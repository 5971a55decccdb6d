package org.expomotif.attribution;

import java.util.zip.ZipOutputStream;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.ArrayParts;
import org.expomotif.io.NpySpool;
import org.expomotif.io.Outputs;
import org.expomotif.run.Provenance;

/**
 * The sequences that were explained, as TF-MoDISco wants them beside the scores: one array {@code arr_0} (uint8,
 * sequences x 4 x length; an unknown base is 0 in all four channels).
 */
public final class OneHotRows implements AutoCloseable {
    private final String path;
    private final Provenance provenance;
    private final NpySpool rows;
    private int count;
    private int length;

    /** Prepares to write a file, of a share when the provenance says so. */
    public OneHotRows(String path, Provenance provenance) {
        this.path = path;
        this.provenance = provenance;
        this.rows = NpySpool.ofBytes(path);
    }

    /** Channel by channel, {@code 4 x length}. */
    static byte[] of(DnaSequence sequence) {
        byte[] codes = sequence.codes();
        byte[] oneHot = new byte[4 * codes.length];
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] != Nucleotide.UNKNOWN) {
                oneHot[codes[i] * codes.length + i] = 1;
            }
        }
        return oneHot;
    }

    /** Adds a sequence. */
    public void add(DnaSequence sequence) {
        rows.add(of(sequence));
        length = sequence.length();
        count++;
    }

    /** Writes the file. */
    public void commit() {
        Outputs.write(path, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            rows.writeTo(zip, "arr_0", count, 4, length);
            ArrayParts.mark(zip, provenance.lines());
            zip.finish();
        });
    }

    @Override
    public void close() {
        rows.close();
    }
}
