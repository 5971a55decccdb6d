package org.expomotif.variant;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.variant.allele.AlleleStatus;
import org.expomotif.variant.allele.Change;

/**
 * The bytes of the results of a record.
 *
 * @param fields the number of effects of an allele and a class
 * @param classes the number of classes
 * @param scanners the number of texts of an allele
 */
record ResultCodec(int fields, int classes, int scanners) {
    /** The maximum length of a text, in bytes. */
    private static final int LONGEST = 1 << 28;

    /** Writes the results of the alleles of a record. */
    void write(List<AlleleResult> alleles, DataOutputStream out) throws IOException {
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
                    writeText(text, out);
                }
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    List<AlleleResult> read(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<AlleleResult> alleles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            alleles.add(allele(in));
        }
        return alleles;
    }

    private AlleleResult allele(DataInputStream in) throws IOException {
        AlleleStatus status = chosen(AlleleStatus.class, in);
        if (status != AlleleStatus.SCORED) {
            return AlleleResult.unscored(status);
        }
        Change.Kind kind = chosen(Change.Kind.class, in);
        double[][] effects = new double[fields][classes];
        for (double[] values : effects) {
            for (int c = 0; c < classes; c++) {
                values[c] = in.readDouble();
            }
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < scanners; i++) {
            texts.add(readText(in));
        }
        return new AlleleResult(status, kind, effects, texts);
    }

    private static <E extends Enum<E>> E chosen(Class<E> type, DataInputStream in) throws IOException {
        String name = in.readUTF();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new IOException("a word cannot be read", e);
        }
    }

    /** Writes a text of any length. */
    static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads what {@link #writeText} wrote. */
    static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("the length of a text cannot be read");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
