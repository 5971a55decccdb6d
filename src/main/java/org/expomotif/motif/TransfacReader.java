package org.expomotif.motif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * TRANSFAC matrices: records of two-letter keys that end with {@code //}; {@code P0} or {@code PO} names the columns
 * and the numbered lines below it hold the counts.
 */
final class TransfacReader {
    private final MotifText text;
    private final Map<String, String> fields = new HashMap<>();
    private final List<double[]> rows = new ArrayList<>();
    private int[] columns = {};
    private int matrixLine = -1;
    private int firstLine = -1;

    private TransfacReader(MotifText text) {
        this.text = text;
    }

    static List<Motif> read(MotifText text) {
        List<Motif> motifs = new ArrayList<>();
        TransfacReader record = new TransfacReader(text);
        for (int at = 0; at < text.size(); at++) {
            if (text.line(at).startsWith("//")) {
                record.finish(motifs);
                record = new TransfacReader(text);
            } else {
                record.add(at);
            }
        }
        record.finish(motifs);
        return motifs;
    }

    private void add(int at) {
        String line = text.line(at);
        String[] words = MotifText.words(line);
        if (words.length == 0 || words[0].equals("XX") || words[0].startsWith("#")) {
            return;
        }
        String key = words[0].toUpperCase(Locale.ROOT);
        if (key.equals("P0") || key.equals("PO")) {
            columns = columns(at, words);
            matrixLine = at;
        } else if (matrixLine >= 0 && Character.isDigit(key.charAt(0))) {
            rows.add(row(at, words));
        } else if (key.length() == 2 && words.length > 1) {
            fields.putIfAbsent(key, line.substring(2).strip());
            firstLine = firstLine < 0 ? at : firstLine;
        }
    }

    private int[] columns(int at, String[] words) {
        if (matrixLine >= 0) {
            throw text.fault(at, "a second matrix in one record")
                    .atRecord(record())
                    .expected("\"//\" between records");
        }
        int[] order = new int[4];
        int seen = 0;
        for (int i = 1; i < words.length && i <= 4; i++) {
            order[i - 1] = "ACGT".indexOf(words[i].toUpperCase(Locale.ROOT).replace('U', 'T'));
            seen |= words[i].length() == 1 && order[i - 1] >= 0 ? 1 << order[i - 1] : 0;
        }
        if (seen != 15 || words.length > 5 && words[5].length() == 1 && !words[5].matches("[NX]")) {
            throw text.fault(at, "the matrix is not of DNA")
                    .atRecord(record())
                    .expected("\"" + words[0] + " A C G T\"")
                    .found(MotifText.quote(text.line(at)));
        }
        return order;
    }

    private double[] row(int at, String[] words) {
        if (words.length < 5) {
            throw text.fault(at, "the matrix row has not four numbers")
                    .atRecord(record())
                    .expected("a position and the counts of the four letters")
                    .found(MotifText.quote(text.line(at)));
        }
        double[] row = new double[4];
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            row[columns[i]] = text.nonNegative(at, record(), words[i + 1]);
            sum += row[columns[i]];
        }
        if (words.length > 5 && MotifText.isNumber(words[5])) {
            throw text.fault(at, "the matrix row has more than four numbers")
                    .atRecord(record())
                    .found(MotifText.quote(text.line(at)));
        }
        if (!(sum > 0 && Double.isFinite(sum))) {
            throw text.fault(at, "all counts of a position are 0").atRecord(record());
        }
        return row;
    }

    private String id() {
        String value = fields.getOrDefault("AC", fields.getOrDefault("ID", fields.getOrDefault("NA", "")));
        String[] words = MotifText.words(value.endsWith(";") ? value.substring(0, value.length() - 1) : value);
        return words.length == 0 ? "" : words[0];
    }

    private String record() {
        return MotifText.record(id().isEmpty() ? "without AC or ID" : id());
    }

    private void finish(List<Motif> motifs) {
        boolean named = fields.containsKey("AC") || fields.containsKey("ID") || fields.containsKey("NA");
        if (!named && matrixLine < 0) {
            return;
        }
        if (!named || id().isEmpty()) {
            throw text.fault(matrixLine, "the record has no name").expected("a line \"AC\" or \"ID\" above the matrix");
        }
        if (rows.isEmpty()) {
            throw text.fault(Math.max(matrixLine, firstLine), "the record has no matrix")
                    .atRecord(record())
                    .expected("a line \"P0 A C G T\" and one row a position");
        }
        String name = fields.getOrDefault("NA", fields.containsKey("AC") ? fields.getOrDefault("ID", "") : "");
        motifs.add(CountMatrix.toMotif(id(), name, rows));
    }
}
