package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Reads MEME text, versions 4 and 5, minimal or full: MOTIF lines, letter-probability matrices, URL lines, the alphabet
 * and the background. All other lines outside matrices are skipped. The {@code strands} line is not used, because FIMO
 * and Tomtom search both strands of DNA regardless of it, and RNA has one strand.
 */
final class MemeReader {
    private static final String MATRIX = "letter-probability matrix";
    private static final String BACKGROUND = "background letter frequencies";

    private final MotifText text;
    private final List<Motif> motifs = new ArrayList<>();
    private Optional<Background> background = Optional.empty();
    private Optional<Alphabet> alphabet = Optional.empty();
    private Alphabet backgroundAlphabet = Alphabet.DNA;
    private int at;

    private int motifLine = -1;
    private String id = "";
    private String name = "";
    private String url = "";
    private @Nullable MemeMatrix matrix;

    private MemeReader(MotifText text) {
        this.text = text;
    }

    static MotifSet read(MotifText text) {
        return new MemeReader(text).read();
    }

    /** Whether a line begins a motif. */
    static boolean isMotifLine(String line) {
        return (line.startsWith("MOTIF") || line.startsWith("motif"))
                && (line.length() == 5 || Character.isWhitespace(line.charAt(5)));
    }

    private MotifSet read() {
        boolean titled = false;
        while (at < text.size()) {
            String line = text.line(at);
            if (isMotifLine(line)) {
                finish();
                begin(line);
            } else if (MotifText.begins(line, MATRIX)) {
                readMatrix();
                continue;
            } else if (motifLine >= 0) {
                readOfMotif(line);
            } else if (MotifText.begins(line, "alphabet")) {
                readAlphabet(line);
            } else if (MotifText.begins(line, BACKGROUND)) {
                at++;
                readBackground();
                titled = true;
                continue;
            } else if (!titled && MemeBackground.isLine(text, at)) {
                readBackground();
                continue;
            }
            at++;
        }
        finish();
        Alphabet found = alphabet.orElse(backgroundAlphabet);
        return new MotifSet(
                motifs.stream().map(motif -> motif.withAlphabet(found)).toList(),
                background,
                Optional.of(MotifFormat.MEME_TEXT));
    }

    private void readOfMotif(String line) {
        if (MotifText.begins(line, "url") && line.length() > 3 && Character.isWhitespace(line.charAt(3))) {
            url = line.substring(4).strip();
        } else if (MotifText.begins(line, BACKGROUND) && background.isEmpty()) {
            at++;
            readBackground();
            at--;
        }
    }

    private void readBackground() {
        MemeBackground found = MemeBackground.read(text, at);
        background = found.background();
        backgroundAlphabet = found.alphabet();
        at = found.next();
    }

    private void begin(String line) {
        String[] words = MotifText.words(line);
        if (words.length < 2) {
            throw text.fault(at, "a MOTIF line without an identifier").expected("MOTIF and a name");
        }
        motifLine = at;
        id = words[1];
        name = withoutWidth(line.substring(line.indexOf(id, 5) + id.length()));
        url = "";
        matrix = null;
    }

    /** The alternative name on a MOTIF line, without the text from {@code width =} on that full output has after it. */
    private static String withoutWidth(String rest) {
        for (int width = rest.indexOf("width"); width >= 0; width = rest.indexOf("width", width + 5)) {
            int sign = width + 5;
            while (sign < rest.length() && Character.isWhitespace(rest.charAt(sign))) {
                sign++;
            }
            boolean isWord = width == 0 || !Character.isLetterOrDigit(rest.charAt(width - 1));
            if (isWord && sign < rest.length() && rest.charAt(sign) == '=') {
                return rest.substring(0, width).strip();
            }
        }
        return rest.strip();
    }

    private void readMatrix() {
        if (motifLine < 0) {
            throw text.fault(at, "a matrix before the first MOTIF line").expected("\"MOTIF\" and a name above it");
        }
        if (matrix != null) {
            throw text.fault(at, "the motif has a second letter-probability matrix")
                    .atRecord(MotifText.record(id));
        }
        MemeMatrix found = MemeMatrix.read(text, at, MotifText.record(id));
        matrix = found;
        at = found.next();
    }

    private void finish() {
        if (motifLine < 0) {
            return;
        }
        if (matrix == null) {
            throw text.fault(motifLine, "the motif has no letter-probability matrix")
                    .atRecord(MotifText.record(id))
                    .expected("a line \"letter-probability matrix: alength= 4 w= ...\" and one row per position");
        }
        motifs.add(new Motif(id, name, matrix.rows(), matrix.sites(), url, Alphabet.DNA, OptionalDouble.empty()));
    }

    private void readAlphabet(String line) {
        String letters = line.substring("alphabet".length()).strip();
        letters = letters.startsWith("=") ? letters.substring(1).strip() : letters;
        String upper = letters.toUpperCase(Locale.ROOT);
        if (upper.startsWith("\"")) {
            if (upper.contains("PROTEIN")) {
                throw protein(letters);
            }
            alphabet = Optional.of(
                    upper.startsWith("\"RNA\"") || upper.contains("RNA-LIKE") ? Alphabet.RNA : Alphabet.DNA);
            return;
        }
        String plain = MotifText.oneWord(upper).replace("_", "");
        if (plain.isEmpty()) {
            return;
        }
        if (plain.equals("ACGU") || plain.startsWith("RNA")) {
            alphabet = Optional.of(Alphabet.RNA);
        } else if (plain.equals("ACGT") || plain.startsWith("DNA")) {
            alphabet = Optional.of(Alphabet.DNA);
        } else if (plain.length() >= 20 || plain.startsWith("PROTEIN")) {
            throw protein(letters);
        } else {
            throw text.fault(at, "the alphabet is neither DNA nor RNA")
                    .expected("ACGT or ACGU")
                    .found(MotifText.quote(letters));
        }
    }

    private UserException protein(String found) {
        return text.fault(at, "the motifs are of proteins")
                .expected("the alphabet of DNA (ACGT) or RNA (ACGU)")
                .found(MotifText.quote(found));
    }
}
