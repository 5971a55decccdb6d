package org.expomotif.variant;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.run.TemporaryFile;
import org.expomotif.variant.allele.AlleleStatus;
import org.expomotif.variant.allele.Change;

/** Results in a temporary file, record by record, which are read again in their order. */
final class ResultSpool implements AutoCloseable {
    private final TemporaryFile file;
    private final int fields;
    private final int classes;
    private final int scanners;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataInputStream in;

    /**
     * Creates an empty spool.
     *
     * @param output the output that it serves
     * @param fields the number of effects of an allele and a class
     * @param classes the number of classes
     * @param scanners the number of texts of an allele
     */
    ResultSpool(String output, int fields, int classes, int scanners) {
        file = TemporaryFile.beside(output, "the effects of the variants");
        this.fields = fields;
        this.classes = classes;
        this.scanners = scanners;
        in = new DataInputStream(new StoredBytes(file));
    }

    /** Appends the alleles of a record. */
    void add(List<AlleleResult> alleles) {
        bytes.reset();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(alleles.size());
            for (AlleleResult allele : alleles) {
                out.writeUTF(allele.status().name());
                if (allele.isScored()) {
                    out.writeUTF(allele.kind().name());
                    for (double[] values : allele.effects()) {
                        for (double value : values) {
                            out.writeDouble(value);
                        }
                    }
                    for (String text : allele.motifs()) {
                        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                        out.writeInt(encoded.length);
                        out.write(encoded);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.append(bytes.toByteArray(), 0, bytes.size());
    }

    /** The alleles of the next record; called after all records have been added. */
    List<AlleleResult> next() {
        try {
            int count = in.readInt();
            List<AlleleResult> alleles = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                alleles.add(allele());
            }
            return alleles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AlleleResult allele() throws IOException {
        AlleleStatus status = AlleleStatus.valueOf(in.readUTF());
        if (status != AlleleStatus.SCORED) {
            return AlleleResult.unscored(status);
        }
        Change.Kind kind = Change.Kind.valueOf(in.readUTF());
        double[][] effects = new double[fields][classes];
        for (double[] values : effects) {
            for (int c = 0; c < classes; c++) {
                values[c] = in.readDouble();
            }
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < scanners; i++) {
            texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return new AlleleResult(status, kind, effects, texts);
    }

    @Override
    public void close() {
        file.close();
    }
}
