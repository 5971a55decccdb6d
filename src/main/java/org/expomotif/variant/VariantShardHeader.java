package org.expomotif.variant;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.expomotif.io.vcf.VcfHeader;

/**
 * What a merge must know about a run to write its file.
 *
 * @param isTable whether a table is written, not VCF
 * @param fields the fields of the variants
 * @param copies the number of shuffled flanks per allele
 * @param seed the seed of the shuffles
 * @param lines the lines of the header of the VCF file
 */
record VariantShardHeader(boolean isTable, VariantFields fields, int copies, long seed, List<String> lines) {
    /** The line after the comments. */
    static final String MARK = "#variants";

    /** Lists are not longer than this. */
    private static final int MOST = 1 << 24;

    /** Copies the list. */
    VariantShardHeader {
        lines = List.copyOf(lines);
    }

    /** The bytes of the results of the records that follow. */
    ResultCodec codec() {
        return new ResultCodec(
                fields.effects().size(),
                fields.classes().size(),
                fields.scanned().size());
    }

    /** Nulls without effects. */
    Significance significance() {
        return new Significance(copies, seed, fields.classes().size());
    }

    /** The header of the VCF file. */
    VcfHeader header() {
        return new VcfHeader(lines, new HashSet<>());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(isTable);
        ResultCodec.writeText(fields.prefix(), out);
        write(fields.classes(), out);
        write(fields.effects().stream().map(EffectField::name).toList(), out);
        write(fields.scanned(), out);
        out.writeInt(copies);
        out.writeLong(seed);
        write(lines, out);
    }

    private static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            ResultCodec.writeText(text, out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is something else
     */
    static VariantShardHeader read(DataInputStream in) throws IOException {
        boolean isTable = in.readBoolean();
        String prefix = ResultCodec.readText(in);
        List<String> classes = texts(in);
        List<EffectField> effects = new ArrayList<>();
        for (String name : texts(in)) {
            try {
                effects.add(EffectField.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw new IOException("the effect " + name + " is unknown", e);
            }
        }
        List<String> scanned = texts(in);
        int copies = in.readInt();
        long seed = in.readLong();
        List<String> lines = texts(in);
        if (copies < 0 || classes.isEmpty() || lines.isEmpty() || effects.size() < EffectField.MEANS) {
            throw new IOException("the description of the run cannot be read");
        }
        return new VariantShardHeader(
                isTable, new VariantFields(prefix, classes, effects, scanned), copies, seed, lines);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("the length of a list cannot be read");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(ResultCodec.readText(in));
        }
        return texts;
    }
}
