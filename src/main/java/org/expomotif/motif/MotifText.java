package org.expomotif.motif;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.run.UserException;

/**
 * The lines of a motif file, and what can be wrong with one of them.
 *
 * @param file the file as the user wrote it
 * @param lines its lines, without line ends
 */
record MotifText(String file, List<String> lines) {
    private static final int LONGEST_QUOTE = 60;

    /** Greater numbers are refused, so that four of them have a sum. */
    private static final double LARGEST = 1e300;

    int size() {
        return lines.size();
    }

    /** A line without the white space around it. */
    String line(int index) {
        return lines.get(index).strip();
    }

    /** Whether a line is neither blank nor a comment that starts with {@code #}. */
    boolean isContent(int index) {
        String line = line(index);
        return !line.isEmpty() && line.charAt(0) != '#';
    }

    /** The index of the first line from an index on that is neither blank nor a comment, {@link #size} at the end. */
    int nextContent(int from) {
        int at = from;
        while (at < size() && !isContent(at)) {
            at++;
        }
        return at;
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

    /** Whether a line begins with words, in letters of either case. */
    static boolean begins(String line, String words) {
        return line.regionMatches(true, 0, words, 0, words.length());
    }

    /** Text as one word: each run of white space becomes an underscore. */
    static String oneWord(String text) {
        return String.join("_", words(text));
    }

    /** The name of the file without folders and suffix, for a motif without a name. */
    String stem() {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.indexOf('.', 1);
        String stem = oneWord(dot > 0 ? last.substring(0, dot) : last);
        return stem.isEmpty() ? "motif" : stem;
    }

    /** A failure at a line, its index counted from 0. */
    UserException fault(int index, String what) {
        return new UserException(what).in(file).atLine(index + 1L);
    }

    /** The failure that a line of a matrix is neither a row nor anything that may follow the rows. */
    UserException notARow(int index, String record) {
        return fault(index, "the line is not a row of the matrix")
                .atRecord(record)
                .expected("one number for each of the four letters, or the end of the matrix")
                .found(quote(line(index)));
    }

    /** Whether a word is a plain decimal number; neither NaN nor infinity nor Java's own forms count. */
    static boolean isNumber(String word) {
        return PlainDecimal.isNumber(word);
    }

    /** The number of at least 0 that a word of a matrix must be. */
    double nonNegative(int index, String record, String word) {
        double value = PlainDecimal.parse(word);
        if (value >= 0) {
            return value;
        }
        if (!isNumber(word)) {
            UserException fault = fault(index, quote(word) + " is not a number")
                    .atRecord(record)
                    .expected("a count or probability such as 0.25");
            throw word.indexOf(',') >= 0 && isNumber(word.replace(',', '.'))
                    ? fault.remedy("write numbers with a decimal point")
                    : fault;
        }
        value = Double.parseDouble(word);
        if (Math.abs(value) > LARGEST) {
            throw fault(index, quote(word) + " is too large a number").atRecord(record);
        }
        if (value < 0) {
            throw fault(index, "the matrix has a negative number")
                    .atRecord(record)
                    .expected("counts or probabilities")
                    .found(quote(word))
                    .remedy("log-odds scores, as in HOCOMOCO's .pwm files, do not say the frequencies they were made"
                            + " from; give the counts (.pcm) or probabilities (.ppm, .pfm) of the motif");
        }
        return value;
    }

    /** The numbers of at least 0 that the words from an index on must be. */
    double[] numbers(int index, String record, String[] words, int from) {
        double[] numbers = new double[words.length - from];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = nonNegative(index, record, words[from + i]);
        }
        return numbers;
    }

    /** The four numbers that a row of a matrix must hold. */
    double[] four(int index, String record, double[] row) {
        if (row.length != 4) {
            throw fault(index, "the matrix row does not have four numbers")
                    .atRecord(record)
                    .expected("one number for each of A, C, G and T")
                    .found(row.length + (row.length == 1 ? " number" : " numbers"));
        }
        return row;
    }

    /** Text in quotation marks, cut when it is long, without control characters. */
    static String quote(String text) {
        String start = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
        return '"' + start.replace('\t', ' ').replaceAll("\\p{Cntrl}", "?") + '"';
    }

    /** How a motif is named in a message. */
    static String record(String id) {
        return "motif " + (id.length() > LONGEST_QUOTE ? id.substring(0, LONGEST_QUOTE) + "..." : id);
    }
}
