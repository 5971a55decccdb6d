package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.CountMatrix;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;

/**
 * Reads matrices of STAMP: a line of {@code DE}, a name and optionally a family; one numbered row per position with the
 * columns A C G T and optionally the consensus letter; a line {@code XX}.
 */
final class StampReader {
    private final MotifText text;
    private final List<Motif> motifs = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private String id = "";
    private String name = "";
    private int header = -1;

    private StampReader(MotifText text) {
        this.text = text;
    }

    static MotifSet read(MotifText text) {
        return new StampReader(text).read();
    }

    /** Whether a line is a numbered row: a whole number, four numbers, and at most one more word. */
    static boolean isRow(String line) {
        String[] words = MotifText.words(line);
        if (words.length < 5 || words.length > 6) {
            return false;
        }
        for (int i = 0; i < 5; i++) {
            if (!MotifText.isNumber(words[i])) {
                return false;
            }
        }
        return words[0].chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private MotifSet read() {
        for (int at = text.nextContent(0); at < text.size(); at = text.nextContent(at + 1)) {
            String[] words = MotifText.words(text.line(at));
            String key = words[0].toUpperCase(Locale.ROOT);
            if (key.equals("DE")) {
                finish();
                begin(at, words);
            } else if (key.equals("XX") || key.equals("//")) {
                finish();
            } else {
                rows.add(row(at, words));
            }
        }
        finish();
        return new MotifSet(motifs, Optional.empty(), Optional.of(MotifFormat.STAMP));
    }

    private void begin(int at, String[] words) {
        if (words.length < 2) {
            throw text.fault(at, "a DE line without a name").expected("\"DE\" and the name of the motif");
        }
        header = at;
        id = words[1];
        String line = text.line(at);
        name = line.substring(line.indexOf(id, 2) + id.length()).strip();
    }

    private double[] row(int at, String[] words) {
        if (header < 0) {
            throw text.fault(at, "the line belongs to no matrix")
                    .expected("\"DE\" and the name of the motif above its rows")
                    .found(MotifText.quote(text.line(at)));
        }
        String record = MotifText.record(id);
        if (!words[0].chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw text.notARow(at, record);
        }
        int end = words.length == 6 && !MotifText.isNumber(words[5]) ? 5 : words.length;
        double[] row = text.four(at, record, text.numbers(at, record, Arrays.copyOf(words, end), 1));
        if (!CountMatrix.hasSum(row)) {
            throw text.fault(at, "all counts of a position are 0").atRecord(record);
        }
        return row;
    }

    private void finish() {
        if (header < 0) {
            return;
        }
        if (rows.isEmpty()) {
            throw text.fault(header, "the motif has no matrix")
                    .atRecord(MotifText.record(id))
                    .expected("one numbered row of four counts per position");
        }
        motifs.add(CountMatrix.toMotif(id, name, List.copyOf(rows), Alphabet.DNA));
        rows.clear();
        header = -1;
    }
}
