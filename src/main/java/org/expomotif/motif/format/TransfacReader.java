package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.CountMatrix;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;

/**
 * Reads TRANSFAC matrices: records of two-letter keys that end with {@code //}. {@code P0} or {@code PO} names the
 * columns, and the numbered lines below it contain the counts, up to the next key. All other sections are skipped.
 */
final class TransfacReader {
    /** The keys that identify a record, in order of preference. */
    private static final List<String> NAMES = List.of("AC", "ID", "NA", "DE");

    private final MotifText text;
    private final FileAlphabet alphabet;
    private final Map<String, String> fields = new HashMap<>();
    private final List<Motif> motifs = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private Optional<LetterColumns> columns = Optional.empty();
    private int matrixLine = -1;
    private int firstLine = -1;
    private boolean inMatrix;

    private TransfacReader(MotifText text) {
        this.text = text;
        alphabet = new FileAlphabet(text);
    }

    static MotifSet read(MotifText text) {
        return new TransfacReader(text).read();
    }

    private MotifSet read() {
        for (int at = text.nextContent(0); at < text.size(); at = text.nextContent(at + 1)) {
            if (text.line(at).startsWith("//")) {
                finish();
            } else {
                add(at);
            }
        }
        finish();
        return new MotifSet(
                motifs.stream().map(motif -> motif.withAlphabet(alphabet.get())).toList(),
                Optional.empty(),
                Optional.of(MotifFormat.TRANSFAC));
    }

    private void add(int at) {
        String line = text.line(at);
        String[] words = MotifText.words(line);
        String key = words[0].toUpperCase(Locale.ROOT);
        if (key.equals("P0") || key.equals("PO")) {
            readColumns(at, words);
        } else if (inMatrix && Character.isDigit(key.charAt(0))) {
            rows.add(row(at, words));
        } else if (isKey(key)) {
            inMatrix = false;
            if (words.length > 1 && !key.equals("XX")) {
                fields.putIfAbsent(key, line.substring(2).strip());
                firstLine = firstLine < 0 ? at : firstLine;
            }
        } else if (inMatrix) {
            throw text.notARow(at, record());
        }
    }

    /** Whether a word is a key: two characters, the first a letter. */
    private static boolean isKey(String word) {
        return word.length() == 2
                && word.charAt(0) >= 'A'
                && word.charAt(0) <= 'Z'
                && Character.isLetterOrDigit(word.charAt(1));
    }

    private void readColumns(int at, String[] words) {
        if (matrixLine >= 0) {
            throw text.fault(at, "a second matrix in one record")
                    .atRecord(record())
                    .expected("\"//\" between records");
        }
        columns = LetterColumns.of(words, 1);
        boolean more = words.length > 5 && words[5].length() == 1 && "NX".indexOf(words[5].charAt(0)) < 0;
        if (columns.isEmpty() || more) {
            throw text.fault(at, "the matrix is not of DNA or RNA")
                    .atRecord(record())
                    .expected("\"" + words[0] + " A C G T\"")
                    .found(MotifText.quote(text.line(at)));
        }
        alphabet.shown(at, columns.get().alphabet());
        matrixLine = at;
        inMatrix = true;
    }

    /**
     * Reads a position and four counts. More words may follow, such as a consensus letter; the first of them must not
     * be a number.
     */
    private double[] row(int at, String[] words) {
        int end = words.length > 5 && !MotifText.isNumber(words[5]) ? 5 : words.length;
        double[] counts = text.numbers(at, record(), Arrays.copyOf(words, end), 1);
        double[] row = text.four(at, record(), counts);
        if (!CountMatrix.hasSum(row)) {
            throw text.fault(at, "all counts of a position are 0")
                    .atRecord(record())
                    .expected("at least one site at every position")
                    .remedy("remove the empty positions at the ends of the motif");
        }
        return columns.map(order -> order.ordered(row)).orElse(row);
    }

    private String id() {
        String value = "";
        for (String key : NAMES) {
            value = value.isEmpty() ? fields.getOrDefault(key, "") : value;
        }
        String[] words = MotifText.words(value.endsWith(";") ? value.substring(0, value.length() - 1) : value);
        return words.length == 0 ? "" : words[0];
    }

    private String record() {
        return MotifText.record(id().isEmpty() ? "without AC or ID" : id());
    }

    private void finish() {
        boolean named = fields.containsKey("AC") || fields.containsKey("ID") || fields.containsKey("NA");
        if (named || matrixLine >= 0) {
            motifs.add(motif());
        }
        fields.clear();
        rows.clear();
        columns = Optional.empty();
        matrixLine = -1;
        firstLine = -1;
        inMatrix = false;
    }

    private Motif motif() {
        if (id().isEmpty()) {
            throw text.fault(Math.max(matrixLine, firstLine), "the record has no name")
                    .expected("a line \"AC\" or \"ID\" above the matrix");
        }
        if (rows.isEmpty()) {
            throw text.fault(Math.max(matrixLine, firstLine), "the record has no matrix")
                    .atRecord(record())
                    .expected("a line \"P0 A C G T\" and one row per position");
        }
        String name = fields.getOrDefault("NA", fields.containsKey("AC") ? fields.getOrDefault("ID", "") : "");
        return CountMatrix.toMotif(id(), name, List.copyOf(rows), Alphabet.DNA);
    }
}
