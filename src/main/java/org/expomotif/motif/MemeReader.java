package org.expomotif.motif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * MEME text, versions 4 and 5, minimal or full. Only what is needed is looked for: MOTIF lines, letter-probability
 * matrices, URL lines, the alphabet and the background; all other lines pass.
 */
final class MemeReader {
    private static final Pattern MOTIF = Pattern.compile("(?:MOTIF|motif)(?:\\s+(\\S+)\\s*(.*))?");
    private static final Pattern FULL_OUTPUT_TAIL = Pattern.compile("\\s*\\bwidth\\s*=.*");
    private static final Pattern ALPHABET = Pattern.compile("(?i)ALPHABET\\s*=?\\s*(.*)");
    private static final Pattern SETTING = Pattern.compile("([A-Za-z]+)\\s*=\\s*(\\S*)");
    private static final Pattern SECTION = Pattern.compile("(?i)(MOTIF|URL|MEME|ALPHABET|strands:|Background letter"
            + "|letter-probability matrix|log-odds matrix)(\\b|\\W).*|[-*]{3,}.*");
    private static final double ROW_SUM_TOLERANCE = 0.1;

    private final MotifText text;
    private final List<Motif> motifs = new ArrayList<>();
    private @Nullable Background background;
    private int at;

    private int motifLine = -1;
    private String id = "";
    private String name = "";
    private String url = "";
    private double sites;
    private double @Nullable [][] matrix;

    MemeReader(MotifText text) {
        this.text = text;
    }

    MotifSet read() {
        boolean titled = false;
        while (at < text.size()) {
            String line = text.line(at);
            Matcher motif = MOTIF.matcher(line);
            if (motif.matches()) {
                finish();
                begin(motif);
            } else if (begins(line, "letter-probability matrix")) {
                readMatrix(line);
                continue;
            } else if (motifLine >= 0) {
                readOfMotif(line);
            } else if (begins(line, "alphabet")) {
                readAlphabet(line);
            } else if (begins(line, "background letter frequencies")) {
                at++;
                background = readBackground();
                titled = true;
                continue;
            } else if (!titled && isPairs(MotifText.words(line), 4)) {
                background = readBackground();
                continue;
            }
            at++;
        }
        finish();
        return new MotifSet(motifs, Optional.ofNullable(background));
    }

    /** Whether a line begins with words, in letters of either case. */
    private static boolean begins(String line, String words) {
        return line.regionMatches(true, 0, words, 0, words.length());
    }

    private void readOfMotif(String line) {
        if (begins(line, "url") && line.length() > 3 && Character.isWhitespace(line.charAt(3))) {
            url = line.substring(4).strip();
        } else if (begins(line, "background letter frequencies") && background == null) {
            at++;
            background = readBackground();
            at--;
        }
    }

    private void begin(Matcher motif) {
        if (motif.group(1) == null) {
            throw text.fault(at, "a MOTIF line without an identifier").expected("MOTIF and a name");
        }
        motifLine = at;
        id = motif.group(1);
        name = FULL_OUTPUT_TAIL.matcher(motif.group(2)).replaceFirst("").strip();
        url = "";
        sites = 0;
        matrix = null;
    }

    private void finish() {
        if (motifLine < 0) {
            return;
        }
        if (matrix == null) {
            throw text.fault(motifLine, "the motif has no letter-probability matrix")
                    .atRecord(MotifText.record(id))
                    .expected("a line \"letter-probability matrix: alength= 4 w= ...\" and one row a position");
        }
        motifs.add(new Motif(id, name, matrix, sites, url));
    }

    private void readAlphabet(String line) {
        Matcher matcher = ALPHABET.matcher(line);
        String letters = matcher.matches() ? matcher.group(1) : "";
        String upper = letters.toUpperCase(Locale.ROOT);
        if (upper.startsWith("\"")) {
            if (upper.contains("PROTEIN")) {
                throw protein(at, letters);
            }
            return;
        }
        String plain = upper.replaceAll("[^A-Z]", "");
        if (plain.isEmpty() || plain.equals("ACGT") || plain.equals("ACGU") || plain.startsWith("DNA")) {
            return;
        }
        if (plain.length() >= 20 || plain.startsWith("PROTEIN")) {
            throw protein(at, letters);
        }
        throw text.fault(at, "the alphabet is not DNA").expected("ACGT").found(MotifText.quote(letters));
    }

    private UserException protein(int index, String found) {
        return text.fault(index, "the motifs are of proteins")
                .expected("the DNA alphabet ACGT")
                .found(MotifText.quote(found));
    }

    private static boolean isPairs(String[] words, int pairs) {
        boolean matches = words.length == 2 * pairs;
        for (int i = 0; matches && i < words.length; i += 2) {
            matches = words[i].length() == 1
                    && Character.isLetter(words[i].charAt(0))
                    && MotifText.isNumber(words[i + 1]);
        }
        return matches;
    }

    /** Letters and numbers from the current line on, over as many lines as they take; none is no background. */
    private @Nullable Background readBackground() {
        double[] frequencies = {-1, -1, -1, -1};
        int start = at;
        int found = 0;
        while (at < text.size() && found < 4) {
            String line = text.line(at);
            String[] words = MotifText.words(line.contains("#") ? line.substring(0, line.indexOf('#')) : line);
            if (words.length > 0 && !isPairs(words, words.length / 2)) {
                break;
            }
            for (int i = 0; i < words.length; i += 2) {
                int letter = "ACGT".indexOf(words[i].toUpperCase(Locale.ROOT).replace('U', 'T'));
                if (letter < 0) {
                    throw protein(at, line);
                }
                if (frequencies[letter] >= 0) {
                    throw text.fault(at, "the background gives the letter " + words[i] + " twice");
                }
                frequencies[letter] = text.nonNegative(at, "background", words[i + 1]);
                found++;
            }
            at++;
        }
        if (found == 0) {
            at = start;
            return null;
        }
        if (found < 4) {
            throw text.fault(Math.min(at, text.size() - 1), "the background does not give all four letters")
                    .expected("A, C, G and T with one number each, as in \"A 0.25 C 0.25 G 0.25 T 0.25\"");
        }
        if (frequencies[0] + frequencies[1] + frequencies[2] + frequencies[3] <= 0) {
            throw text.fault(at - 1, "the background frequencies are all 0");
        }
        return new Background(frequencies[0], frequencies[1], frequencies[2], frequencies[3]);
    }

    private void readMatrix(String line) {
        if (motifLine < 0) {
            throw text.fault(at, "a matrix before the first MOTIF line").expected("\"MOTIF\" and a name above it");
        }
        if (matrix != null) {
            throw text.fault(at, "the motif has a second letter-probability matrix")
                    .atRecord(MotifText.record(id));
        }
        int header = at;
        Map<String, String> settings = new TreeMap<>();
        Matcher matcher = SETTING.matcher(line.substring(line.indexOf("atrix") + 5));
        while (matcher.find()) {
            settings.put(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2));
        }
        double letters = setting(settings, "alength", 4);
        if (letters != 4) {
            if (letters >= 20) {
                throw protein(at, "alength= " + settings.get("alength")).atRecord(MotifText.record(id));
            }
            throw text.fault(at, "the matrix is not of DNA")
                    .atRecord(MotifText.record(id))
                    .expected("alength= 4")
                    .found("alength= " + settings.get("alength"));
        }
        double width = setting(settings, "w", 0);
        if (settings.containsKey("w") && (width < 1 || width != Math.rint(width))) {
            throw text.fault(at, "the width is not a whole number above 0")
                    .atRecord(MotifText.record(id))
                    .found("w= " + settings.get("w"));
        }
        sites = setting(settings, "nsites", 0);
        at++;
        matrix = readRows();
        checkWidth(header, width);
    }

    private void checkWidth(int header, double width) {
        double[][] rows = matrix == null ? new double[0][] : matrix;
        if (width > 0 && rows.length != width) {
            throw text.fault(header, "the matrix has another number of rows than its line says")
                    .atRecord(MotifText.record(id))
                    .expected(String.format(Locale.ROOT, "%.0f rows (w= %.0f)", width, width))
                    .found(Integer.toString(rows.length));
        }
        if (rows.length == 0) {
            throw text.fault(header, "the matrix has no rows")
                    .atRecord(MotifText.record(id))
                    .expected("one row of four probabilities a position");
        }
    }

    private double setting(Map<String, String> settings, String key, double missing) {
        String value = settings.get(key);
        if (value == null) {
            return missing;
        }
        if (!MotifText.isNumber(value) || Double.parseDouble(value) < 0) {
            throw text.fault(at, "the matrix line has a wrong " + key)
                    .atRecord(MotifText.record(id))
                    .expected("a number of at least 0")
                    .found(MotifText.quote(value));
        }
        return Double.parseDouble(value);
    }

    /** The rows below a matrix line, up to the next line that is none; blank lines and comments between them pass. */
    private double[][] readRows() {
        List<double[]> rows = new ArrayList<>();
        for (; at < text.size(); at++) {
            String line = text.line(at);
            if (line.contains("#")) {
                line = line.substring(0, line.indexOf('#')).strip();
            }
            if (line.isEmpty()) {
                continue;
            }
            String[] words = MotifText.words(line);
            if (!startsWithDigit(line) && SECTION.matcher(line).matches() || !looksLikeRow(words)) {
                break;
            }
            rows.add(row(words));
        }
        return rows.toArray(new double[0][]);
    }

    private static boolean startsWithDigit(String line) {
        return line.charAt(0) >= '0' && line.charAt(0) <= '9';
    }

    private static boolean looksLikeRow(String[] words) {
        for (String word : words) {
            if (Character.isDigit(word.charAt(0)) || MotifText.isNumber(word)) {
                return true;
            }
        }
        return false;
    }

    private double[] row(String[] words) {
        double[] row = new double[words.length];
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            row[i] = text.nonNegative(at, MotifText.record(id), words[i]);
            sum += row[i];
        }
        if (row.length != 4) {
            throw text.fault(at, "the matrix row has not four numbers")
                    .atRecord(MotifText.record(id))
                    .expected("the probabilities of A, C, G and T")
                    .found(words.length + (words.length == 1 ? " number" : " numbers"));
        }
        if (Math.abs(sum - 1) > ROW_SUM_TOLERANCE) {
            throw text.fault(at, "the matrix row does not sum to 1")
                    .atRecord(MotifText.record(id))
                    .expected("a sum between 0.9 and 1.1")
                    .found(String.format(Locale.ROOT, "%.6g", sum));
        }
        return row;
    }
}
