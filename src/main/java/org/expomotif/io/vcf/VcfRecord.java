package org.expomotif.io.vcf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.expomotif.run.UserException;

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

    /**
     * The record of a line.
     *
     * @param line the line as {@link VcfText}, without its line feed
     * @param number the number of the line, counted from 1
     * @param name the name of the file in messages
     * @param isReadable whether the alleles can be read, by the first columns
     * @throws UserException when the line does not have eight columns, or its position is not a number
     */
    public static VcfRecord of(String line, long number, String name, Predicate<List<String>> isReadable) {
        List<String> fields = fields(line, number, name);
        return new VcfRecord(line, number, fields, position(fields, number, name), isReadable.test(fields));
    }

    private static List<String> fields(String line, long number, String name) {
        List<String> fields = new ArrayList<>(COLUMNS);
        int from = 0;
        while (fields.size() < COLUMNS) {
            int tab = line.indexOf('\t', from);
            boolean isLast = tab < 0;
            int to = isLast ? line.length() : tab;
            if (isLast && to > from && line.charAt(to - 1) == '\r') {
                to--;
            }
            fields.add(line.substring(from, to));
            if (isLast && fields.size() < COLUMNS) {
                throw new UserException("the record has too few columns")
                        .in(name)
                        .atLine(number)
                        .expected(COLUMNS + " or more, separated by tabs")
                        .found(Integer.toString(fields.size()));
            }
            from = to + 1;
        }
        return fields;
    }

    private static int position(List<String> fields, long number, String name) {
        try {
            int position = Integer.parseInt(fields.get(1));
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new UserException("the position is not a number")
                .in(name)
                .atLine(number)
                .expected("a whole number of at least 0 in column POS")
                .found(VcfText.decoded(fields.get(1)));
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
