package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.CountMatrix;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;

/**
 * Reads the output of {@code write_motifs} of the R package universalmotif. Each motif has keys and values such as
 * {@code name: CTCF}, then {@code motif:} and one row {@code - a c g t} per position. Versions below 1 wrote one row
 * {@code > ...} per letter instead.
 */
final class UniversalmotifReader {
    private static final String FIRST_LINE = "# universalmotif version";

    private final MotifText text;
    private final FileAlphabet alphabet;
    private final List<Motif> motifs = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> rowLines = new ArrayList<>();
    private boolean byLetter;
    private boolean inMatrix;

    private UniversalmotifReader(MotifText text) {
        this.text = text;
        alphabet = new FileAlphabet(text);
    }

    static MotifSet read(MotifText text) {
        return new UniversalmotifReader(text).read();
    }

    static boolean isFirstLine(String line) {
        return line.startsWith(FIRST_LINE);
    }

    private MotifSet read() {
        for (int at = text.nextContent(0); at < text.size(); at = text.nextContent(at + 1)) {
            String line = text.line(at);
            boolean position = line.startsWith("- ");
            if (inMatrix && (position || line.startsWith("> "))) {
                byLetter = !position;
                rows.add(text.numbers(at, record(), MotifText.words(line), 1));
                rowLines.add(at);
            } else if (isBoundary(line)) {
                finish(at);
            } else if (line.indexOf(':') > 0) {
                addField(at, line);
            } else if (inMatrix) {
                throw text.notARow(at, record());
            }
        }
        finish(text.size() - 1);
        return new MotifSet(
                motifs.stream().map(motif -> motif.withAlphabet(alphabet.get())).toList(),
                Optional.empty(),
                Optional.of(MotifFormat.UNIVERSALMOTIF));
    }

    /** Whether a line begins a motif: {@code MOTIF1:}, {@code ---} between documents, or equals signs. */
    private static boolean isBoundary(String line) {
        return line.startsWith("====") || line.startsWith("---") || line.startsWith("MOTIF") && line.endsWith(":");
    }

    private void addField(int at, String line) {
        int colon = line.indexOf(':');
        String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        inMatrix = key.equals("motif");
        String value = line.substring(colon + 1).strip();
        boolean quoted = value.length() > 1
                && (value.startsWith("'") || value.startsWith("\""))
                && value.charAt(0) == value.charAt(value.length() - 1);
        String plain = quoted ? value.substring(1, value.length() - 1) : value;
        String field = Objects.requireNonNullElse(fields.putIfAbsent(key, plain), plain);
        if (key.equals("alphabet")) {
            alphabet(at, field);
        } else if (key.equals("type") && !List.of("PPM", "PCM").contains(field)) {
            throw text.fault(at, "the matrix holds neither probabilities nor counts")
                    .atRecord(record())
                    .expected("type PPM or PCM")
                    .found(MotifText.quote(value))
                    .remedy("convert the motifs with convert_type before they are written");
        }
    }

    private void alphabet(int at, String letters) {
        switch (letters) {
            case "DNA" -> alphabet.shown(at, Alphabet.DNA);
            case "RNA" -> alphabet.shown(at, Alphabet.RNA);
            default ->
                throw text.fault(at, "the alphabet is neither DNA nor RNA")
                        .atRecord(record())
                        .found(MotifText.quote(letters));
        }
    }

    private String id() {
        return MotifText.oneWord(fields.getOrDefault("name", ""));
    }

    private String record() {
        return MotifText.record(id().isEmpty() ? "without a name" : id());
    }

    private void finish(int at) {
        if (fields.isEmpty()) {
            return;
        }
        if (id().isEmpty() || rows.isEmpty()) {
            throw text.fault(at, id().isEmpty() ? "the motif has no name" : "the motif has no matrix")
                    .atRecord(record())
                    .expected("\"name:\" and \"motif:\" with one row per position");
        }
        List<double[]> positions = byLetter ? ofLetters() : ofPositions();
        Motif motif = CountMatrix.toMotif(id(), fields.getOrDefault("altname", ""), positions, Alphabet.DNA);
        motifs.add(fields.containsKey("nsites") ? motif.withSites(sites(at)) : motif);
        fields.clear();
        rows.clear();
        rowLines.clear();
        inMatrix = false;
    }

    private double sites(int at) {
        String sites = fields.getOrDefault("nsites", "0");
        return text.nonNegative(at, record(), sites);
    }

    private List<double[]> ofPositions() {
        for (int i = 0; i < rows.size(); i++) {
            text.four(rowLines.get(i), record(), rows.get(i));
            requireSum(rowLines.get(i), rows.get(i));
        }
        return List.copyOf(rows);
    }

    private List<double[]> ofLetters() {
        if (rows.size() != 4) {
            throw text.fault(rowLines.getLast(), "the matrix has " + rows.size() + " rows")
                    .atRecord(record())
                    .expected("four rows: A, C, G and T");
        }
        int width = rows.getFirst().length;
        List<double[]> positions = new ArrayList<>();
        for (int position = 0; position < width; position++) {
            double[] column = new double[4];
            for (int letter = 0; letter < 4; letter++) {
                if (rows.get(letter).length != width) {
                    throw text.fault(rowLines.get(letter), "the rows of the matrix differ in length")
                            .atRecord(record())
                            .expected(width + " numbers")
                            .found(Integer.toString(rows.get(letter).length));
                }
                column[letter] = rows.get(letter)[position];
            }
            requireSum(rowLines.getFirst(), column);
            positions.add(column);
        }
        return positions;
    }

    private void requireSum(int line, double[] row) {
        if (!CountMatrix.hasSum(row)) {
            throw text.fault(line, "all probabilities of a position are 0").atRecord(record());
        }
    }
}
