package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.run.UserException;
import org.expomotif.run.VisibleText;

/**
 * The lines of a motif file, with methods that parse them and describe their errors.
 *
 * @param file name of the file, as given by the user
 * @param lines lines of the file, without line ends
 */
record MotifText(String file, List<String> lines) {
    private static final int LONGEST_QUOTE = 60;

    /** Maximum value of a number, so that the sum of four is finite. */
    private static final double LARGEST = 1e300;

    int size() {
        return lines.size();
    }

    /** A line without leading and trailing white space. */
    String line(int index) {
        return lines.get(index).strip();
    }

    /** Whether a line is neither blank nor a comment that starts with {@code #}. */
    boolean isContent(int index) {
        String line = line(index);
        return !line.isEmpty() && line.charAt(0) != '#';
    }

    /**
     * The index of the first line from {@code from} on that is neither blank nor a comment; {@link #size} when there is
     * none.
     */
    int nextContent(int from) {
        int at = from;
        while (at < size() && !isContent(at)) {
            at++;
        }
        return at;
    }

    /** The words of a line, separated by white space. */
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

    /** Whether a line begins with the words, ignoring case. */
    static boolean begins(String line, String words) {
        return line.regionMatches(true, 0, words, 0, words.length());
    }

    /** The text as one word, in which each run of white space becomes an underscore. */
    static String oneWord(String text) {
        return String.join("_", words(text));
    }

    /** The name of the file without folders and suffix, used for a motif without a name. */
    String stem() {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.indexOf('.', 1);
        String stem = oneWord(dot > 0 ? last.substring(0, dot) : last);
        return stem.isEmpty() ? "motif" : stem;
    }

    /** An error at a line, whose index is counted from 0. */
    UserException fault(int index, String what) {
        return new UserException(what).in(file).atLine(index + 1L);
    }

    /** The error for a line within a matrix that is neither a row nor the end of the matrix. */
    UserException notARow(int index, String record) {
        return fault(index, "the line is not a row of the matrix")
                .atRecord(record)
                .expected("one number for each of the four letters, or the end of the matrix")
                .found(quote(line(index)));
    }

    /** Whether a word is a plain decimal number; NaN, infinity and Java-specific forms are not. */
    static boolean isNumber(String word) {
        return PlainDecimal.isNumber(word);
    }

    /** Parses a word as a number of at least 0. */
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
            throw fault(index, quote(word) + " is too large").atRecord(record);
        }
        if (value < 0) {
            throw fault(index, "the matrix has a negative number")
                    .atRecord(record)
                    .expected("counts or probabilities")
                    .found(quote(word))
                    .remedy(
                            "log-odds scores, as in HOCOMOCO's .pwm files, do not contain the frequencies they were computed"
                                    + " from; give the counts (.pcm) or probabilities (.ppm, .pfm) of the motif");
        }
        return value;
    }

    /** Parses the words from an index on as numbers of at least 0. */
    double[] numbers(int index, String record, String[] words, int from) {
        double[] numbers = new double[words.length - from];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = nonNegative(index, record, words[from + i]);
        }
        return numbers;
    }

    /** Checks that a row of a matrix has four numbers, and returns it. */
    double[] four(int index, String record, double[] row) {
        if (row.length != 4) {
            throw fault(index, "the matrix row does not have four numbers")
                    .atRecord(record)
                    .expected("one number for each of A, C, G and T")
                    .found(row.length + (row.length == 1 ? " number" : " numbers"));
        }
        return row;
    }

    /** Text in quotation marks, shortened when it is long, with tabs as spaces and control characters escaped. */
    static String quote(String text) {
        String start = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
        return '"' + VisibleText.line(start.replace('\t', ' ')) + '"';
    }

    /** The name of a motif in messages. */
    static String record(String id) {
        return "motif " + (id.length() > LONGEST_QUOTE ? id.substring(0, LONGEST_QUOTE) + "..." : id);
    }
}
