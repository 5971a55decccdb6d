package org.expomotif.motif;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.expomotif.io.Inputs;
import org.expomotif.run.UserException;

/**
 * Reads motifs from MEME text, JASPAR or TRANSFAC files; the format is told from the content.
 *
 * <p>Matrices are kept as written (MEME) or counts divided by their column's sum (JASPAR, TRANSFAC), without
 * pseudocounts. When an identifier is repeated, the first motif stays and the others are dropped, as Tomtom does.
 */
public final class MotifFile {
    private static final int HEAD_BYTES = 1 << 16;
    private static final int HEAD_LINES = 200;
    private static final String FORMATS = "motifs in MEME text, JASPAR or TRANSFAC format";
    private static final Pattern MEME = Pattern.compile(
            "(?i)MEME version\\b.*|ALPHABET\\s*[=\"].*|strands:.*"
                    + "|Background letter frequencies.*|letter-probability matrix.*|log-odds matrix.*|(?-i:MOTIF|motif)(\\s.*)?");
    private static final Pattern TRANSFAC = Pattern.compile("(AC|ID|NA|VV|DE|BF)\\s+.*|(P0|PO)(\\s.*)?");
    private static final Pattern SEQUENCE = Pattern.compile("[A-Za-z*.-]{2,}");
    private static final Pattern COUNTS = Pattern.compile("(?i)([ACGTU]\\s*[:|]?\\s*)?(\\[.*|[-+.]?\\d.*)");

    private MotifFile() {}

    /**
     * Reads all motifs of a file.
     *
     * @param pathOrDash a plain, gzip or bgzip file, or {@code -} for standard input
     * @return at least one motif, in the order of the file
     * @throws UserException naming file and line, when the file cannot be read, is in no known format, or is wrong
     */
    public static MotifSet read(String pathOrDash) {
        try (InputStream in = Inputs.open(pathOrDash)) {
            return read(in, Inputs.name(pathOrDash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads all motifs of a stream, as {@link #read(String)} does.
     *
     * @param in text, not compressed; left open
     * @param name what to call it in a message
     */
    public static MotifSet read(InputStream in, String name) throws IOException {
        String text = text(in, name);
        MotifText lines = new MotifText(name, text.lines().toList());
        MotifSet found = switch (format(lines)) {
            case MEME_TEXT -> new MemeReader(lines).read();
            case JASPAR -> new MotifSet(JasparReader.read(lines), Optional.empty());
            case TRANSFAC_TEXT -> new MotifSet(TransfacReader.read(lines), Optional.empty());
        };
        if (found.motifs().isEmpty()) {
            throw new UserException("the file holds no motif").in(name).expected(FORMATS);
        }
        return new MotifSet(firstOfEachId(found.motifs()), found.background());
    }

    private static List<Motif> firstOfEachId(List<Motif> motifs) {
        Map<String, Motif> first = new LinkedHashMap<>();
        for (Motif motif : motifs) {
            first.putIfAbsent(motif.id(), motif);
        }
        return List.copyOf(first.values());
    }

    private enum Format {
        MEME_TEXT,
        JASPAR,
        TRANSFAC_TEXT
    }

    private static Format format(MotifText text) {
        String previous = "";
        int previousIndex = -1;
        int seen = 0;
        for (int i = 0; i < text.size() && seen < HEAD_LINES; i++) {
            String line = text.line(i);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            seen++;
            if (previous.startsWith(">")) {
                return afterHeader(text, i, line);
            }
            if (MEME.matcher(line).matches()) {
                return Format.MEME_TEXT;
            }
            if (seen == 1) {
                refuseOtherFiles(text, i, line);
                if (COUNTS.matcher(line).matches()) {
                    return Format.JASPAR;
                }
            }
            if (TRANSFAC.matcher(line).matches()) {
                return Format.TRANSFAC_TEXT;
            }
            previous = line;
            previousIndex = i;
        }
        if (previous.startsWith(">")) {
            throw text.fault(previousIndex, "a header without a matrix below it")
                    .expected(FORMATS);
        }
        throw new UserException(seen == 0 ? "the file is empty" : "the file is in no known motif format")
                .in(text.file())
                .expected(FORMATS);
    }

    private static Format afterHeader(MotifText text, int index, String line) {
        if (SEQUENCE.matcher(line).matches()) {
            throw text.fault(index, "this looks like FASTA sequences")
                    .expected(FORMATS)
                    .found(MotifText.quote(line))
                    .remedy("give the motif file here");
        }
        return Format.JASPAR;
    }

    private static void refuseOtherFiles(MotifText text, int index, String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<?xml") || lower.startsWith("<!doctype") || lower.startsWith("<html")) {
            throw text.fault(index, "this is " + (lower.startsWith("<?xml") ? "XML" : "an HTML page"))
                    .expected(FORMATS)
                    .remedy("give the .txt or .meme file written beside it");
        }
    }

    private static String text(InputStream in, String name) throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        for (byte b : head) {
            if (b == 0) {
                throw new UserException("this is a binary file").in(name).expected(FORMATS);
            }
        }
        String text = new String(head, StandardCharsets.UTF_8);
        byte[] rest = in.readAllBytes();
        if (rest.length > 0) {
            byte[] all = Arrays.copyOf(head, head.length + rest.length);
            System.arraycopy(rest, 0, all, head.length, rest.length);
            text = new String(all, StandardCharsets.UTF_8);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
