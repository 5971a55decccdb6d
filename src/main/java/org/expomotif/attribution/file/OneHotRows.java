package org.expomotif.attribution.file;

import java.util.zip.ZipOutputStream;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.Outputs;
import org.expomotif.io.numpy.ArrayShards;
import org.expomotif.io.numpy.NpySpool;
import org.expomotif.run.Provenance;

/**
 * The explained sequences as TF-MoDISco reads them together with the scores: one array {@code arr_0} (uint8, sequences
 * x 4 x length; an unknown base is 0 in all four channels).
 */
public final class OneHotRows implements AutoCloseable {
    private final String path;
    private final Provenance provenance;
    private final NpySpool rows;
    private int count;
    private int length;

    /** Opens a file. It is marked as a shard when the provenance names one. */
    public OneHotRows(String path, Provenance provenance) {
        this.path = path;
        this.provenance = provenance;
        this.rows = NpySpool.ofBytes(path);
    }

    /** The one-hot matrix of a sequence, channel by channel: {@code 4 x length}. */
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

    /** Writes the file, whole or not at all. */
    public void commit() {
        Outputs.write(path, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            rows.writeTo(zip, "arr_0", count, 4, length);
            ArrayShards.mark(zip, provenance.lines());
            zip.finish();
        });
    }

    @Override
    public void close() {
        rows.close();
    }
}
