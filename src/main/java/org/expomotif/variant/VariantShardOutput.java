package org.expomotif.variant;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.vcf.VcfRecord;
import org.expomotif.io.vcf.VcfText;
import org.expomotif.run.Provenance;

/**
 * Writes the file of a shard: comments, the {@link VariantShardHeader}, the counts from which p-values and q-values of
 * the whole run are computed, and the records with the results of their alleles.
 */
final class VariantShardOutput implements VariantOutput {
    /** What precedes a record. */
    static final int RECORD = 1;

    /** What follows the last record. */
    static final int END = 2;

    private final OutputSink sink;
    private final DataOutputStream out;
    private final ResultCodec codec;

    VariantShardOutput(
            String path,
            Shard shard,
            VariantShardHeader header,
            Significance significance,
            VariantCounts counts,
            Provenance provenance) {
        sink = Outputs.open(path);
        out = new DataOutputStream(sink.stream());
        codec = header.codec();
        try {
            for (String line : provenance.lines()) {
                comment(line);
            }
            comment(shard.comment());
            out.write((VariantShardHeader.MARK + "\n").getBytes(StandardCharsets.US_ASCII));
            header.write(out);
            counts.write(out);
            for (EffectNull one : significance.nulls()) {
                one.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void comment(String line) throws IOException {
        out.write(("# " + line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(VcfRecord record, List<AlleleResult> alleles) {
        try {
            out.writeByte(RECORD);
            out.writeLong(record.number());
            byte[] line = VcfText.bytes(record.line());
            out.writeInt(line.length);
            out.write(line);
            codec.write(alleles, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void commit() {
        try {
            out.writeByte(END);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sink.commit();
    }

    @Override
    public void close() {
        sink.close();
    }
}
