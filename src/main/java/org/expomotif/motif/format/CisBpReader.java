package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.CountMatrix;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * Reads matrices of CIS-BP: a line {@code Pos A C G T} starts a matrix, followed by one numbered row per position. The
 * full download has lines such as {@code Motif<TAB>M0001_1.02} above each matrix; without them, motifs are named after
 * the file. Matrices without rows, which represent motifs with restricted licences, are left out with a warning.
 */
final class CisBpReader {
    private static final int NAMED = 5;
    private static final List<String> FIELDS = List.of(
            "tf",
            "tf name",
            "tf_name",
            "tf_id",
            "tf id",
            "gene",
            "gene id",
            "motif",
            "motif_id",
            "motif id",
            "family",
            "family_name",
            "species",
            "tf_species",
            "dbid",
            "msource",
            "source");

    private final MotifText text;
    private final FileAlphabet alphabet;
    private final Map<String, String> fields = new HashMap<>();
    private final List<Motif> motifs = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private Optional<LetterColumns> columns = Optional.empty();
    private int unnamed;
    private int first;

    private CisBpReader(MotifText text) {
        this.text = text;
        alphabet = new FileAlphabet(text);
    }

    static MotifSet read(MotifText text, Warnings warnings) {
        return new CisBpReader(text).read(warnings);
    }

    /** Whether a line names the columns of a matrix. */
    static boolean isColumnLine(String line) {
        return columns(MotifText.words(line)).isPresent();
    }

    private static Optional<LetterColumns> columns(String[] words) {
        boolean numbered =
                words.length == 5 && (words[0].equalsIgnoreCase("pos") || words[0].equalsIgnoreCase("position"));
        return numbered ? LetterColumns.of(words, 1) : Optional.empty();
    }

    private MotifSet read(Warnings warnings) {
        for (int at = text.nextContent(0); at < text.size(); at = text.nextContent(at + 1)) {
            String line = text.line(at);
            String[] words = MotifText.words(line);
            Optional<LetterColumns> found = columns(words);
            if (found.isPresent()) {
                finish();
                columns = found;
                alphabet.shown(at, found.get().alphabet());
            } else if (isField(line)) {
                finish();
                int tab = line.indexOf('\t');
                fields.put(
                        line.substring(0, tab).strip().toLowerCase(Locale.ROOT),
                        line.substring(tab + 1).strip());
            } else if (columns.isPresent()) {
                rows.add(row(at, words, columns.get()));
            } else {
                throw text.fault(at, "the line belongs to no matrix")
                        .expected("a line \"Pos A C G T\" above the rows")
                        .found(MotifText.quote(line));
            }
        }
        finish();
        if (!fields.isEmpty()) {
            empty.add(id());
        }
        reportEmpty(warnings);
        return new MotifSet(
                motifs.stream().map(motif -> motif.withAlphabet(alphabet.get())).toList(),
                Optional.empty(),
                Optional.of(MotifFormat.CIS_BP));
    }

    /**
     * Whether a line is a key and a value: letters before the first tab, and text other than a single number after it.
     */
    private static boolean isField(String line) {
        int tab = line.indexOf('\t');
        return tab > 0
                && Character.isLetter(line.charAt(0))
                && FIELDS.contains(line.substring(0, tab).strip().toLowerCase(Locale.ROOT));
    }

    private double[] row(int at, String[] words, LetterColumns order) {
        String record = MotifText.record(id());
        if (!isPosition(words[0])) {
            throw text.notARow(at, record);
        }
        double[] row = text.four(at, record, text.numbers(at, record, words, 1));
        int position = Integer.parseInt(words[0]);
        if (position != firstPosition(position) + rows.size()) {
            throw text.fault(at, "a position is missing or out of order")
                    .atRecord(record)
                    .expected("positions numbered one by one from 1")
                    .found(words[0]);
        }
        if (!CountMatrix.hasSum(row)) {
            throw text.fault(at, "all probabilities of a position are 0").atRecord(record);
        }
        return order.ordered(row);
    }

    /** The index of a position; positions are counted from 1, or from 0 by some programs. */
    private int firstPosition(int position) {
        first = rows.isEmpty() ? Math.min(position, 1) : first;
        return first;
    }

    private static boolean isPosition(String word) {
        return word.length() <= 6 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private String id() {
        for (String key : List.of("motif", "motif_id", "motif id", "tf", "tf_id", "tf id", "gene", "gene id")) {
            String value = MotifText.oneWord(fields.getOrDefault(key, ""));
            if (!value.isEmpty()) {
                return value;
            }
        }
        return unnamed == 0 ? text.stem() : text.stem() + "-" + (unnamed + 1);
    }

    /** Completes the matrix above the current line, if there is one. */
    private void finish() {
        if (columns.isEmpty()) {
            return;
        }
        String id = id();
        String name = fields.getOrDefault("tf name", fields.getOrDefault("tf_name", ""));
        if (rows.isEmpty()) {
            empty.add(id);
        } else {
            motifs.add(CountMatrix.ofProbabilities(id, name, List.copyOf(rows), Alphabet.DNA, OptionalDouble.empty()));
        }
        unnamed += fields.isEmpty() ? 1 : 0;
        fields.clear();
        rows.clear();
        columns = Optional.empty();
    }

    private void reportEmpty(Warnings warnings) {
        if (empty.isEmpty()) {
            return;
        }
        String names = String.join(", ", empty.subList(0, Math.min(NAMED, empty.size())))
                + (empty.size() > NAMED ? ", ..." : "");
        if (motifs.isEmpty()) {
            throw new UserException("the motif has no matrix")
                    .in(text.file())
                    .atRecord(MotifText.record(names))
                    .expected("numbered rows below \"Pos A C G T\"")
                    .remedy("CIS-BP leaves the matrices of restricted licences empty; take the motif from its source");
        }
        warnings.warn(text.file() + ": " + (empty.size() == 1 ? "one motif has" : empty.size() + " motifs have")
                + " no matrix and " + (empty.size() == 1 ? "is" : "are") + " left out (" + names
                + "): CIS-BP leaves the matrices of restricted licences empty");
    }
}
