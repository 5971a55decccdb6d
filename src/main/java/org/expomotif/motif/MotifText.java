package org.expomotif.motif;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.expomotif.run.UserException;

/**
 * The lines of a motif file, and what can be wrong with one of them.
 *
 * @param file the file as the user wrote it
 * @param lines its lines, without line ends
 */
record MotifText(String file, List<String> lines) {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final int LONGEST_QUOTE = 60;

    int size() {
        return lines.size();
    }

    /** A line without the white space around it. */
    String line(int index) {
        return lines.get(index).strip();
    }

    /** The words of a line, between white space. */
    static String[] words(String line) {
        List<String> words = new ArrayList<>(4);
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || Character.isWhitespace(line.charAt(i))) {
                if (i > start) {
                    words.add(line.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words.toArray(new String[0]);
    }

    /** A failure at a line, its index counted from 0. */
    UserException fault(int index, String what) {
        return new UserException(what).in(file).atLine(index + 1L);
    }

    /** Whether a word is a plain decimal number; neither NaN nor infinity nor Java's own forms count. */
    static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    /** The number of at least 0 that a word of a matrix must be. */
    double nonNegative(int index, String record, String word) {
        double value = PlainDecimal.parse(word);
        if (value >= 0) {
            return value;
        }
        value = isNumber(word) ? Double.parseDouble(word) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw fault(index, "a value of the matrix is not a number")
                    .atRecord(record)
                    .expected("numbers with a decimal point")
                    .found(quote(word));
        }
        if (value < 0) {
            throw fault(index, "the matrix has a negative number")
                    .atRecord(record)
                    .expected("numbers of at least 0")
                    .found(quote(word))
                    .remedy("give probabilities or counts, not log-odds");
        }
        return value;
    }

    /** Text in quotation marks, cut when it is long, without control characters. */
    static String quote(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return '"' + (plain.length() > LONGEST_QUOTE ? plain.substring(0, LONGEST_QUOTE) + "..." : plain) + '"';
    }

    /** How a motif is named in a message. */
    static String record(String id) {
        return "motif " + (id.length() > LONGEST_QUOTE ? id.substring(0, LONGEST_QUOTE) + "..." : id);
    }
}
