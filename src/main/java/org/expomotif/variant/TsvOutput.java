package org.expomotif.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.table.TableOutput;
import org.expomotif.io.vcf.VcfRecord;
import org.expomotif.run.Provenance;
import org.expomotif.variant.allele.AlleleStatus;

/** Writes a table with one row per ALT allele. A record without ALT has one row, too. */
final class TsvOutput implements VariantOutput {
    private static final String MISSING = "NA";
    private static final String NO_ALT = "no_alt";

    private final TableOutput table;
    private final VariantFields fields;
    private final Significance significance;

    TsvOutput(String path, VariantFields fields, Significance significance, Provenance provenance) {
        this.fields = fields;
        this.significance = significance;
        table = TableOutput.open(path, columns(), provenance);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("contig", "position", "id", "ref", "alt", "status"));
        for (String name : fields.classes()) {
            fields.effects().forEach(effect -> columns.add(name + "_" + effect.column()));
            if (significance.isKnown()) {
                columns.add(name + "_p");
                columns.add(name + "_q");
            }
        }
        fields.scanned().forEach(name -> columns.add(name.toLowerCase(Locale.ROOT) + "s"));
        return columns;
    }

    @Override
    public void write(VcfRecord record, List<AlleleResult> alleles) {
        List<String> alts = record.alts();
        for (int a = 0; a < alleles.size(); a++) {
            AlleleResult allele = alleles.get(a);
            row(record, alts.get(a), allele.status().word(), numbers(allele));
        }
        if (alleles.isEmpty()) {
            row(record, MISSING, NO_ALT, numbers(AlleleResult.unscored(AlleleStatus.INVALID)));
        }
    }

    private void row(VcfRecord record, String alt, String status, List<String> numbers) {
        List<String> cells = new ArrayList<>(
                List.of(record.contig(), Integer.toString(record.position()), record.id(), record.ref(), alt, status));
        cells.addAll(numbers);
        table.row(String.join("\t", cells));
    }

    private List<String> numbers(AlleleResult allele) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < fields.classes().size(); c++) {
            for (int e = 0; e < fields.effects().size(); e++) {
                cells.add(allele.isScored() ? number(allele.effects()[e][c]) : MISSING);
            }
            if (significance.isKnown()) {
                cells.add(allele.isScored() ? number(significance.p(allele, c)) : MISSING);
                cells.add(allele.isScored() ? number(significance.q(allele, c)) : MISSING);
            }
        }
        for (int s = 0; s < fields.scanned().size(); s++) {
            cells.add(allele.motifs(s).orElse(MISSING));
        }
        return cells;
    }

    private static String number(double value) {
        return CFormat.g(value, DIGITS);
    }

    @Override
    public void commit() {
        table.commit();
    }

    @Override
    public void close() {
        table.close();
    }
}
