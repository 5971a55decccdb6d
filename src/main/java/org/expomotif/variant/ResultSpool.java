package org.expomotif.variant;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.expomotif.run.TemporaryFile;

/** Results in a temporary file, record by record, which are read again in their order. */
final class ResultSpool implements AutoCloseable {
    private final TemporaryFile file;
    private final ResultCodec codec;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataInputStream in;

    /**
     * Creates an empty spool.
     *
     * @param output the output that it serves
     */
    ResultSpool(String output, ResultCodec codec) {
        file = TemporaryFile.beside(output, "the effects of the variants");
        this.codec = codec;
        in = new DataInputStream(new StoredBytes(file));
    }

    /** Appends the alleles of a record. */
    void add(List<AlleleResult> alleles) {
        bytes.reset();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            codec.write(alleles, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.append(bytes.toByteArray(), 0, bytes.size());
    }

    /** The alleles of the next record; called after all records have been added. */
    List<AlleleResult> next() {
        try {
            return codec.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
