package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.CountMatrix;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads matrices of UniPROBE: a name, then rows {@code A:}, {@code C:}, {@code G:} and {@code T:} of probabilities. The
 * full output of its programs has three matrices per motif below a line {@code # Motif: ...}; only the one below
 * {@code Probability matrix} is read.
 */
final class UniprobeReader {
    private static final String PROBABILITIES = "probability matrix";
    private static final List<String> OTHER_MATRICES = List.of("enrichment score matrix", "energy matrix");

    private final MotifText text;
    private final FileAlphabet alphabet;
    private final List<Motif> motifs = new ArrayList<>();
    private String id = "";
    private String name = "";
    private int titleLine = -1;
    private boolean skips;
    private double[] @Nullable [] rows = new double[4][];
    private int found;

    private UniprobeReader(MotifText text) {
        this.text = text;
        alphabet = new FileAlphabet(text);
    }

    static MotifSet read(MotifText text) {
        return new UniprobeReader(text).read();
    }

    /** Whether a line is a row that begins with a letter and a colon. */
    static boolean isRow(String line) {
        return line.length() > 2
                && line.charAt(1) == ':'
                && Alphabet.column(line.charAt(0)) >= 0
                && Character.isWhitespace(line.charAt(2));
    }

    private MotifSet read() {
        for (int at = 0; at < text.size(); at++) {
            String line = text.line(at);
            if (line.isEmpty() || line.startsWith("#") && !isTitle(line)) {
                continue;
            }
            String lower = line.toLowerCase(Locale.ROOT);
            if (isRow(line)) {
                addRow(at, line);
            } else if (lower.startsWith(PROBABILITIES)) {
                skips = false;
            } else if (OTHER_MATRICES.stream().anyMatch(lower::startsWith)) {
                skips = true;
            } else if (found > 0) {
                throw text.notARow(at, MotifText.record(id));
            } else if (isTitle(line)) {
                title(at, line.startsWith("#") ? line.substring(1).strip() : line);
            } else if (!isSummary(line)) {
                throw text.fault(at, "the line belongs to no matrix")
                        .expected("the name of a motif, or a row that begins with \"A:\", \"C:\", \"G:\" or \"T:\"")
                        .found(MotifText.quote(line));
            }
        }
        if (found > 0) {
            throw text.fault(text.size() - 1, "the matrix has " + found + (found == 1 ? " row" : " rows"))
                    .atRecord(MotifText.record(id))
                    .expected("four rows: A, C, G and T");
        }
        return new MotifSet(
                motifs.stream().map(motif -> motif.withAlphabet(alphabet.get())).toList(),
                Optional.empty(),
                Optional.of(MotifFormat.UNIPROBE));
    }

    /** Whether a line names a motif: text that does not begin with a number. */
    private static boolean isTitle(String line) {
        return line.startsWith("#")
                ? MotifText.begins(line.substring(1).strip(), "Motif:")
                : !isSummary(line) && Character.isLetter(line.charAt(0));
    }

    /** Whether a line is the rank, k-mer and score below a title, or the column numbers of the energy matrix. */
    private static boolean isSummary(String line) {
        String[] words = MotifText.words(line);
        return words[0].equals("PO")
                || words.length == 3 && MotifText.isNumber(words[0]) && MotifText.isNumber(words[2]);
    }

    private void title(int at, String line) {
        titleLine = at;
        skips = false;
        String gene = after(line, "Gene:");
        String protein = gene.isEmpty() ? after(line, "Protein:") : gene;
        String motif = after(line, "Motif:");
        String kmer = motif.isEmpty() ? after(line, "k-mer:") : motif;
        String[] words = MotifText.words(line);
        id = !protein.isEmpty() ? protein : !motif.isEmpty() ? motif : words[0];
        if (!protein.isEmpty()) {
            name = kmer;
        } else {
            name = motif.isEmpty() ? line.substring(words[0].length()).strip() : "";
        }
    }

    /** The word after a key; empty when the line does not contain the key. */
    private static String after(String line, String key) {
        int at = line.indexOf(key);
        String[] words = at < 0 ? new String[0] : MotifText.words(line.substring(at + key.length()));
        return words.length == 0 || words[0].endsWith(":") ? "" : words[0];
    }

    private void addRow(int at, String line) {
        if (skips) {
            return;
        }
        if (id.isEmpty()) {
            throw text.fault(at, "a matrix without a name").expected("the name of the motif above its rows");
        }
        String record = MotifText.record(id);
        int letter = Alphabet.column(line.charAt(0));
        double[] row = text.numbers(at, record, MotifText.words(line.substring(2)), 0);
        if (rows[letter] != null) {
            throw text.fault(at, "the matrix has a letter twice")
                    .atRecord(record)
                    .expected("one row each for A, C, G and T")
                    .found(line.substring(0, 1));
        }
        for (double[] other : rows) {
            if (other != null && other.length != row.length) {
                throw text.fault(at, "the rows of the matrix differ in length")
                        .atRecord(record)
                        .expected(other.length + " numbers")
                        .found(Integer.toString(row.length));
            }
        }
        if (letter == 3) {
            alphabet.shown(at, Alphabet.ofLetter(line.charAt(0)));
        }
        rows[letter] = row;
        if (++found == 4) {
            finish(at, record, row.length);
        }
    }

    private void finish(int at, String record, int width) {
        List<double[]> positions = new ArrayList<>();
        for (int position = 0; position < width; position++) {
            double[] column = new double[4];
            for (int letter = 0; letter < 4; letter++) {
                double[] row = rows[letter];
                column[letter] = row == null ? 0 : row[position];
            }
            if (!CountMatrix.hasSum(column)) {
                throw text.fault(titleLine, "all probabilities of position " + (position + 1) + " are 0")
                        .atRecord(record);
            }
            positions.add(column);
        }
        if (positions.isEmpty()) {
            throw text.fault(at, "the matrix row has no numbers").atRecord(record);
        }
        motifs.add(CountMatrix.ofProbabilities(id, name, positions, Alphabet.DNA, OptionalDouble.empty()));
        rows = new double[4][];
        found = 0;
        id = "";
    }
}
