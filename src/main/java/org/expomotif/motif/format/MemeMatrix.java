package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.expomotif.io.TextLines;

/**
 * A letter-probability matrix of MEME text.
 *
 * <p>Rows follow the line that begins the matrix; blank lines and comments between them are skipped. The matrix ends at
 * the end of the file, at a line of dashes or asterisks, or at a line that begins another section. It also ends at text
 * without numbers, once the number of rows given by {@code w=} has been read or, without {@code w=}, after a blank
 * line. Every other line must be a row.
 *
 * @param rows one row per position, as written
 * @param sites the number of sites; 0 when the line does not give it
 * @param next the index of the first line after the matrix
 */
record MemeMatrix(double[][] rows, double sites, int next) {
    private static final double ROW_SUM_TOLERANCE = 0.1;
    private static final double PERCENT = 100;
    private static final List<String> SECTIONS = List.of(
            "MOTIF",
            "URL",
            "MEME",
            "ALPHABET",
            "strands:",
            "Background letter",
            "letter-probability matrix",
            "log-odds matrix");
    /** Words that programs write for a missing number. */
    private static final Set<String> NO_NUMBERS = Set.of("nan", "na", "inf", "infinity", "null", "none", "n/a", "#n/a");

    /** Reads the matrix whose first line has the index {@code header}. */
    static MemeMatrix read(MotifText text, int header, String record) {
        String line = text.line(header);
        Map<String, String> settings =
                settings(line.substring(line.toLowerCase(Locale.ROOT).indexOf("atrix") + 5));
        double letters = setting(text, header, record, settings, "alength", 4);
        if (letters != 4) {
            String found = "alength= " + settings.get("alength");
            throw text.fault(header, letters >= 20 ? "the motifs are of proteins" : "the matrix is not of DNA or RNA")
                    .atRecord(record)
                    .expected("the four letters of DNA or RNA (alength= 4)")
                    .found(found);
        }
        double width = setting(text, header, record, settings, "w", 0);
        if (settings.containsKey("w") && (width < 1 || width != Math.rint(width))) {
            throw text.fault(header, "the width is not a whole number above 0")
                    .atRecord(record)
                    .found("w= " + settings.get("w"));
        }
        double sites = setting(text, header, record, settings, "nsites", 0);
        List<double[]> rows = new ArrayList<>();
        int next = readRows(text, header + 1, record, width, rows);
        if (width > 0 && rows.size() != width) {
            throw text.fault(header, "the number of rows differs from the width in the matrix line")
                    .atRecord(record)
                    .expected(String.format(Locale.ROOT, "%.0f rows (w= %.0f)", width, width))
                    .found(Integer.toString(rows.size()));
        }
        if (rows.isEmpty()) {
            throw text.fault(header, "the matrix has no rows")
                    .atRecord(record)
                    .expected("one row of four probabilities per position");
        }
        return new MemeMatrix(rows.toArray(new double[0][]), sites, next);
    }

    /** The pairs {@code key= value} of a line, read in one pass. */
    private static Map<String, String> settings(String line) {
        Map<String, String> settings = new TreeMap<>();
        int from = 0;
        for (int sign = line.indexOf('='); sign >= 0; sign = line.indexOf('=', from)) {
            int end = sign;
            while (end > from && Character.isWhitespace(line.charAt(end - 1))) {
                end--;
            }
            int start = end;
            while (start > from && Character.isLetter(line.charAt(start - 1))) {
                start--;
            }
            int value = sign + 1;
            while (value < line.length() && Character.isWhitespace(line.charAt(value))) {
                value++;
            }
            from = value;
            while (from < line.length() && !Character.isWhitespace(line.charAt(from))) {
                from++;
            }
            settings.put(line.substring(start, end).toLowerCase(Locale.ROOT), line.substring(value, from));
        }
        return settings;
    }

    private static double setting(
            MotifText text, int at, String record, Map<String, String> settings, String key, double missing) {
        String value = settings.get(key);
        if (value == null) {
            return missing;
        }
        double number = MotifText.isNumber(value) ? Double.parseDouble(value) : -1;
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw text.fault(at, "the matrix line has a wrong " + key)
                    .atRecord(record)
                    .expected("a number of at least 0")
                    .found(MotifText.quote(value));
        }
        return number;
    }

    private static int readRows(MotifText text, int from, String record, double width, List<double[]> rows) {
        boolean blank = false;
        for (int at = from; at < text.size(); at++) {
            blank |= text.line(at).isEmpty();
            String line = TextLines.withoutComment(text.line(at));
            if (line.isEmpty()) {
                continue;
            }
            if (isSection(line)) {
                return at;
            }
            String[] words = MotifText.words(line);
            boolean mayEnd = width > 0 ? rows.size() >= width : blank && !rows.isEmpty();
            if (mayEnd && !looksLikeRow(words)) {
                return at;
            }
            rows.add(row(text, at, record, words));
            blank = false;
        }
        return text.size();
    }

    private static boolean isSection(String line) {
        char first = line.charAt(0);
        if (first >= '0' && first <= '9') {
            return false;
        }
        if (line.startsWith("---") || line.startsWith("***")) {
            return true;
        }
        for (String section : SECTIONS) {
            if (MotifText.begins(line, section)
                    && (line.length() == section.length()
                            || !Character.isLetterOrDigit(line.charAt(section.length())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikeRow(String[] words) {
        for (String word : words) {
            String plain = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
            if (Character.isDigit(word.charAt(0))
                    || MotifText.isNumber(word)
                    || NO_NUMBERS.contains(plain.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static double[] row(MotifText text, int at, String record, String[] words) {
        double[] row = text.four(at, record, text.numbers(at, record, words, 0));
        double sum = row[0] + row[1] + row[2] + row[3];
        if (Math.abs(sum - 1) > ROW_SUM_TOLERANCE) {
            throw text.fault(at, "the matrix row does not sum to 1")
                    .atRecord(record)
                    .expected("a sum between 0.9 and 1.1")
                    .found(String.format(Locale.ROOT, "%.6g", sum))
                    .remedy(
                            Math.abs(sum - PERCENT) < 1
                                    ? "divide percentages by 100"
                                    : "divide each row by its sum, or give counts in JASPAR or TRANSFAC format");
        }
        return row;
    }
}
