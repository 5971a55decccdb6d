package org.expomotif.variant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.vcf.VcfHeader;
import org.expomotif.io.vcf.VcfRecord;
import org.expomotif.io.vcf.VcfText;

/** Writes variants as VCF: the lines of the input with more INFO fields. */
final class VcfOutput implements VariantOutput {
    private static final String MISSING = ".";

    private final OutputSink sink;
    private final VariantFields fields;
    private final Significance significance;
    private final List<String> keys;
    private final Set<String> contigs = new HashSet<>();
    private String contig = "";
    private int position;
    private boolean isSorted = true;

    /**
     * Opens the output and writes the header.
     *
     * @param comments lines about the run
     */
    VcfOutput(String path, VcfHeader header, VariantFields fields, Significance significance, List<String> comments) {
        this.fields = fields;
        this.significance = significance;
        keys = fields.keys();
        sink = Outputs.open(path);
        write(header.with(fields.lines(significance.isKnown()), comments));
    }

    private void write(String text) {
        try {
            sink.stream().write(VcfText.bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(VcfRecord record, List<AlleleResult> alleles) {
        noteOrder(record);
        write(record.withInfo(VcfText.encoded(info(alleles))) + "\n");
    }

    private void noteOrder(VcfRecord record) {
        String own = record.fields().getFirst();
        if (own.equals(contig)) {
            isSorted &= record.position() >= position;
        } else {
            isSorted &= contigs.add(own);
            contig = own;
        }
        position = record.position();
    }

    private String info(List<AlleleResult> alleles) {
        if (alleles.isEmpty()) {
            return fields.key("NO_ALT");
        }
        List<String> info = new ArrayList<>();
        add(
                info,
                fields.key("STATUS"),
                alleles,
                allele -> Optional.of(allele.status().word()));
        for (int c = 0; c < keys.size(); c++) {
            int output = c;
            for (int e = 0; e < fields.effects().size(); e++) {
                int effect = e;
                add(
                        info,
                        keys.get(c) + "_" + fields.effects().get(e).name(),
                        alleles,
                        allele -> value(allele, () -> allele.effects()[effect][output]));
            }
            if (significance.isKnown()) {
                add(info, keys.get(c) + "_P", alleles, allele -> value(allele, () -> significance.p(allele, output)));
                add(info, keys.get(c) + "_Q", alleles, allele -> value(allele, () -> significance.q(allele, output)));
            }
        }
        for (int s = 0; s < fields.scanned().size(); s++) {
            int scanner = s;
            add(info, fields.key(fields.scanned().get(s)), alleles, allele -> allele.motifs(scanner));
        }
        return String.join(";", info);
    }

    private static Optional<String> value(AlleleResult allele, DoubleSupplier number) {
        return allele.isScored() ? Optional.of(CFormat.g(number.getAsDouble(), DIGITS)) : Optional.empty();
    }

    /** Adds a field with a value per allele, unless none has a value. */
    private static void add(
            List<String> info, String key, List<AlleleResult> alleles, Function<AlleleResult, Optional<String>> value) {
        List<Optional<String>> values = alleles.stream().map(value).toList();
        if (values.stream().anyMatch(Optional::isPresent)) {
            info.add(key + "="
                    + String.join(
                            ",", values.stream().map(one -> one.orElse(MISSING)).toList()));
        }
    }

    /** Whether the records so far are sorted by position within contigs, as an index needs them. */
    boolean isSorted() {
        return isSorted;
    }

    /** The committed file; empty for standard output. */
    Optional<Path> written() {
        return sink.written();
    }

    @Override
    public void commit() {
        sink.commit();
    }

    @Override
    public void close() {
        sink.close();
    }
}
