package org.expomotif.io.vcf;

import java.util.Arrays;
import java.util.List;

/**
 * A record of a VCF file.
 *
 * @param line the line as {@link VcfText}, without its line feed
 * @param number the number of the line, counted from 1
 * @param fields the first eight columns: CHROM, POS, ID, REF, ALT, QUAL, FILTER and INFO
 * @param position the column POS, counted from 1; 0 is before the first base
 * @param isReadable whether htsjdk can read the alleles; it cannot if one has other letters than those of bases
 */
public record VcfRecord(String line, long number, List<String> fields, int position, boolean isReadable) {
    static final int COLUMNS = 8;

    private static final int INFO = 7;
    private static final String MISSING = ".";

    /** Copies the list. */
    public VcfRecord {
        fields = List.copyOf(fields);
    }

    /** The name of the contig. */
    public String contig() {
        return VcfText.decoded(fields.get(0));
    }

    /** The column ID. */
    public String id() {
        return VcfText.decoded(fields.get(2));
    }

    /** The reference allele as written. */
    public String ref() {
        return fields.get(3);
    }

    /** The alternative alleles as written; none if the column is a dot. */
    public List<String> alts() {
        String alt = fields.get(4);
        return alt.equals(MISSING) ? List.of() : Arrays.asList(alt.split(",", -1));
    }

    /**
     * The line with more INFO fields, after those that it has. Everything else is unchanged.
     *
     * @param added fields separated by semicolons; empty for none
     */
    public String withInfo(String added) {
        if (added.isEmpty()) {
            return line;
        }
        int start = 0;
        for (int column = 0; column < INFO; column++) {
            start += fields.get(column).length() + 1;
        }
        String info = fields.get(INFO);
        int end = start + info.length();
        String before = info.equals(MISSING) || info.isEmpty() ? "" : info.endsWith(";") ? info : info + ";";
        return line.substring(0, start) + before + added + line.substring(end);
    }
}
