package org.expomotif.io.sequence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.expomotif.run.UserException;

/**
 * Position numbers before or after the bases of a line, as in sequences copied out of GenBank, EMBL or a browser:
 * {@code 61 acgtacgtac gtacgt 76}. They are removed when each line continues the count of the previous line, and are an
 * error otherwise.
 */
final class PositionNumbers {
    private static final int LONGEST = 12;

    private final String file;
    private boolean leadingKnown;
    private boolean trailingKnown;
    private long leading;
    private long trailing;

    PositionNumbers(String file) {
        this.file = file;
    }

    /** Resets the count for the next sequence. */
    void nextSequence() {
        leadingKnown = false;
        trailingKnown = false;
    }

    /**
     * Overwrites the position numbers of a line with blanks.
     *
     * @param from index of the start of the line in the block
     * @param to index of the end of the line
     * @param before number of bases of the sequence before this line
     * @return whether there were numbers
     * @throws UserException when a number does not continue the count or is among the bases
     */
    boolean remove(byte[] block, int from, int to, long before, long line) {
        int start = from;
        int end = to;
        while (start < end && FastaReader.isBlank(block[start])) {
            start++;
        }
        while (end > start && FastaReader.isBlank(block[end - 1])) {
            end--;
        }
        int first = start;
        while (first < end && isDigit(block[first])) {
            first++;
        }
        int last = end;
        while (last > first && isDigit(block[last - 1])) {
            last--;
        }
        boolean leads = first > start && first < end && FastaReader.isBlank(block[first]);
        boolean trails = last < end && last > first && FastaReader.isBlank(block[last - 1]);
        boolean attached = first > start && !leads || last < end && !trails;
        int bases = 0;
        for (int i = leads ? first : start; i < (trails ? last : end); i++) {
            attached |= isDigit(block[i]) && isAtEdge(block, i, from, to);
            bases += FastaReader.isBlank(block[i]) || isDigit(block[i]) ? 0 : 1;
        }
        if (bases == 0) {
            throw new UserException("the line has numbers and no bases")
                    .in(file)
                    .atLine(line)
                    .expected("letters of DNA")
                    .remedy("give a FASTA file of sequences, not of qualities");
        }
        if (attached) {
            throw new UserException("a number among the bases")
                    .in(file)
                    .atLine(line)
                    .expected("bases, with a position number before or after all of them at most")
                    .found("\"" + shown(block, start, end) + "\"")
                    .remedy("remove the numbers");
        }
        if (leads) {
            long value = value(block, start, first, line) - before;
            requireSame(leadingKnown, leading, value, before, line);
            leadingKnown = true;
            leading = value;
        }
        if (trails) {
            long after = before + bases;
            long value = value(block, last, end, line) - after;
            requireSame(trailingKnown, trailing, value, after, line);
            trailingKnown = true;
            trailing = value;
        }
        Arrays.fill(block, start, leads ? first : start, (byte) ' ');
        Arrays.fill(block, trails ? last : end, end, (byte) ' ');
        return leads || trails;
    }

    private static boolean isAtEdge(byte[] block, int i, int from, int to) {
        return i == from || i == to - 1 || FastaReader.isBlank(block[i - 1]) || FastaReader.isBlank(block[i + 1]);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private long value(byte[] block, int from, int to, long line) {
        if (to - from > LONGEST) {
            throw new UserException("a number among the bases")
                    .in(file)
                    .atLine(line)
                    .found(shown(block, from, to))
                    .remedy("remove the numbers");
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            value = 10 * value + block[i] - '0';
        }
        return value;
    }

    private void requireSame(boolean known, long expected, long found, long bases, long line) {
        if (known && expected != found) {
            throw new UserException("the position number of the line does not continue the count")
                    .in(file)
                    .atLine(line)
                    .expected(String.valueOf(expected + bases))
                    .found(String.valueOf(found + bases))
                    .remedy("check that no line is missing, or remove the numbers");
        }
    }

    private static String shown(byte[] block, int from, int to) {
        return new String(block, from, Math.min(40, to - from), StandardCharsets.ISO_8859_1);
    }
}
