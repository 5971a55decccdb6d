package org.expomotif.motif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JASPAR count matrices: {@code >ID NAME} and four rows, one a letter and one column a position, with or without the
 * letters and brackets; a file of four bare rows is one motif named after the file.
 */
final class JasparReader {
    private static final Pattern ROW =
            Pattern.compile("(?:([A-Za-z])\\s*[:|]?\\s*(?=[\\[\\s\\d.+-]))?\\[?([^\\[\\]]*)]?");

    private JasparReader() {}

    static List<Motif> read(MotifText text) {
        List<Motif> motifs = new ArrayList<>();
        int at = nextContent(text, 0);
        while (at < text.size()) {
            String header = text.line(at);
            String[] parts = {nameOf(text.file()), ""};
            int first = at;
            if (header.startsWith(">")) {
                parts = header.substring(1).strip().split("\\s+", 2);
                if (parts[0].isEmpty()) {
                    throw text.fault(at, "a header without an identifier").expected("\">\" and a name");
                }
                at = nextContent(text, at + 1);
            } else if (!motifs.isEmpty()) {
                throw text.fault(at, "more than four rows in one matrix")
                        .expected("a header line that starts with \">\"")
                        .found(MotifText.quote(header));
            }
            Block block = new Block(text, first, parts[0]);
            for (int row = 0; row < 4; row++) {
                block.add(row, at);
                at = nextContent(text, at + 1);
            }
            motifs.add(CountMatrix.toMotif(parts[0], parts.length > 1 ? parts[1].strip() : "", block.columns()));
        }
        return motifs;
    }

    private static int nextContent(MotifText text, int from) {
        int at = from;
        while (at < text.size() && (text.line(at).isEmpty() || text.line(at).startsWith("#"))) {
            at++;
        }
        return at;
    }

    private static String nameOf(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.indexOf('.', 1);
        String stem = dot > 0 ? last.substring(0, dot) : last;
        return stem.isBlank() ? "motif" : stem.strip().replaceAll("\\s+", "_");
    }

    private static final class Block {
        private final MotifText text;
        private final int header;
        private final String record;
        private final double @Nullable [][] rows = new double[4][];
        private int width = -1;

        Block(MotifText text, int header, String id) {
            this.text = text;
            this.header = header;
            this.record = MotifText.record(id);
        }

        void add(int index, int at) {
            String line = at < text.size() ? text.line(at) : ">";
            if (line.startsWith(">")) {
                throw text.fault(header, "the matrix has " + index + (index == 1 ? " row" : " rows"))
                        .atRecord(record)
                        .expected("four rows: A, C, G and T");
            }
            Matcher matcher = ROW.matcher(line);
            boolean matches = matcher.matches();
            int letter = letter(index, at, matches ? matcher.group(1) : null);
            String[] words = MotifText.words(matches ? matcher.group(2) : line);
            double[] row = Arrays.stream(words)
                    .mapToDouble(word -> text.nonNegative(at, record, word))
                    .toArray();
            if (row.length == 0) {
                throw text.fault(at, "the matrix row has no numbers").atRecord(record);
            }
            if (width >= 0 && row.length != width) {
                throw text.fault(at, "the rows of the matrix differ in length")
                        .atRecord(record)
                        .expected(width + " numbers")
                        .found(Integer.toString(row.length))
                        .remedy("give one row a letter and one column a position");
            }
            width = row.length;
            rows[letter] = row;
        }

        private int letter(int index, int at, @Nullable String written) {
            if (written == null) {
                return index;
            }
            int letter = "ACGT".indexOf(written.toUpperCase(Locale.ROOT).replace('U', 'T'));
            if (letter < 0 || rows[letter] != null) {
                throw text.fault(at, letter < 0 ? "the matrix is not of DNA" : "the matrix has a letter twice")
                        .atRecord(record)
                        .expected("one row each for A, C, G and T")
                        .found(written);
            }
            return letter;
        }

        List<double[]> columns() {
            List<double[]> columns = new ArrayList<>();
            for (int position = 0; position < width; position++) {
                double[] column = new double[4];
                double sum = 0;
                for (int letter = 0; letter < 4; letter++) {
                    double[] row = rows[letter];
                    column[letter] = row == null ? 0 : row[position];
                    sum += column[letter];
                }
                if (!(sum > 0 && Double.isFinite(sum))) {
                    throw text.fault(header, "all counts of position " + (position + 1) + " are 0")
                            .atRecord(record)
                            .expected("at least one site at every position");
                }
                columns.add(column);
            }
            return columns;
        }
    }
}
