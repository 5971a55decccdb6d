package org.expomotif.attribution;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a genome a sequence was cut.
 *
 * @param sequence the chromosome, or the sequence's own name when that does not tell
 * @param start its first base there, counted from 0
 * @param reverse whether it is the other strand, so that its first base lies last
 */
record GenomicPlace(String sequence, int start, boolean reverse) {
    private static final Pattern NAME = Pattern.compile("(?:.*::)?([^:]+):(\\d{1,9})-(\\d{1,9})(?:\\(([+-])\\))?");

    /**
     * Reads names like {@code chr1:100-300}, {@code peak7::chr1:100-300(-)}. Whether the first number counts from 0
     * (bedtools) or from 1 (samtools) follows from the length; a name that fits neither is taken as it is.
     *
     * @param length bases of the sequence
     */
    static GenomicPlace of(String name, int length) {
        Matcher match = NAME.matcher(name);
        if (match.matches()) {
            int start = Integer.parseInt(match.group(2));
            int span = Integer.parseInt(match.group(3)) - start;
            boolean reverse = "-".equals(match.group(4));
            if (span == length) {
                return new GenomicPlace(match.group(1), start, reverse);
            }
            if (span + 1 == length && start > 0) {
                return new GenomicPlace(match.group(1), start - 1, reverse);
            }
        }
        return new GenomicPlace(name, 0, false);
    }
}
