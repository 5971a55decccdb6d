package org.expomotif.motif.format;

import java.util.Locale;
import java.util.Optional;
import org.expomotif.motif.Alphabet;
import org.expomotif.run.UserException;

/**
 * Detects the format of a motif file from its content. Blank lines and comments that start with {@code #} are skipped;
 * the first rule that applies decides:
 *
 * <ol>
 *   <li>A comment {@code # universalmotif version}: universalmotif. A comment {@code # Motif:}: UniPROBE.
 *   <li>A first character {@code <}: XML of the MEME Suite; HTML is rejected.
 *   <li>A first character {@code >}: {@link BlockReader}, which recognizes HOMER by its header and distinguishes rows
 *       of positions from rows of letters by {@link Orientation}; sequences below the header are rejected.
 *   <li>A line of MEME text ({@code MEME version}, {@code ALPHABET}, {@code strands:}, {@code Background letter
 *       frequencies}, {@code MOTIF} and others) among the first lines: MEME text.
 *   <li>A line {@code Pos A C G T}: CIS-BP.
 *   <li>{@code DE} and a numbered row in the next line: STAMP.
 *   <li>A two-letter key of TRANSFAC with {@code P0}, {@code PO}, {@code XX} or {@code //} in a later line: TRANSFAC.
 *   <li>Rows of numbers at the start, with or without letters: one matrix without a header, {@link BlockReader}.
 *   <li>A name and a row {@code A:} in the next line: UniPROBE.
 * </ol>
 */
final class FormatDetection {
    /** The description of the expected formats in messages. */
    static final String FORMATS = "motifs in MEME, JASPAR, TRANSFAC, HOMER, HOCOMOCO, CIS-BP, UniPROBE or another"
            + " format of docs/formats.md";

    private static final int HEAD_LINES = 200;

    private final MotifText text;

    private FormatDetection(MotifText text) {
        this.text = text;
    }

    /** Formats that share a reader. */
    enum Family {
        UNIVERSALMOTIF,
        UNIPROBE,
        XML,
        BLOCKS,
        MEME,
        CIS_BP,
        STAMP,
        TRANSFAC
    }

    /**
     * The family of a file's format.
     *
     * @throws UserException when the format is unknown; the message names the kind of file that it looks like
     */
    static Family of(MotifText text) {
        return new FormatDetection(text).family();
    }

    private Family family() {
        int first = text.nextContent(0);
        Optional<Family> commented = byComments(first);
        if (commented.isPresent()) {
            return commented.get();
        }
        OtherFile.of(text).ifPresent(kind -> {
            throw text.fault(kind.line(), "this looks like " + kind.name())
                    .expected(FORMATS)
                    .remedy(
                            kind.name().startsWith("an HTML")
                                    ? "give the .txt or .xml file written beside it"
                                    : "give the motif file here");
        });
        if (first == text.size()) {
            throw new UserException("the file is empty").in(text.file()).expected(FORMATS);
        }
        String line = text.line(first);
        if (line.startsWith("<")) {
            return Family.XML;
        }
        if (line.startsWith(">")) {
            rejectSequences(first);
            return Family.BLOCKS;
        }
        return byLines(first)
                .orElseThrow(() -> new UserException("the file is in no known motif format")
                        .in(text.file())
                        .expected(FORMATS));
    }

    private Optional<Family> byComments(int first) {
        for (int i = 0; i < first; i++) {
            String line = text.line(i);
            if (UniversalmotifReader.isFirstLine(line)) {
                return Optional.of(Family.UNIVERSALMOTIF);
            }
            if (MotifText.begins(line, "# Motif:")) {
                return Optional.of(Family.UNIPROBE);
            }
        }
        return Optional.empty();
    }

    private void rejectSequences(int header) {
        int next = text.nextContent(header + 1);
        if (next == text.size() || text.line(next).startsWith(">")) {
            throw text.fault(header, "a header without a matrix below it").expected(FORMATS);
        }
        String line = text.line(next);
        boolean letters = line.length() > 1
                && line.chars().allMatch(c -> c < 128 && Character.isLetter(c) || c == '*' || c == '-' || c == '.');
        if (letters) {
            throw text.fault(next, "this looks like FASTA sequences")
                    .expected(FORMATS)
                    .found(MotifText.quote(line))
                    .remedy("give the motif file here");
        }
    }

    private Optional<Family> byLines(int first) {
        boolean matrix = isBareMatrix(text.line(first));
        int at = first;
        for (int seen = 0; at < text.size() && seen < HEAD_LINES; seen++) {
            String line = text.line(at);
            int next = text.nextContent(at + 1);
            String below = next < text.size() ? text.line(next) : "";
            if (isMeme(line)) {
                return Optional.of(Family.MEME);
            }
            if (seen == 0 && matrix) {
                return Optional.of(Family.BLOCKS);
            }
            if (CisBpReader.isColumnLine(line)) {
                return Optional.of(Family.CIS_BP);
            }
            if (isKey(line, "DE") && StampReader.isRow(below)) {
                return Optional.of(Family.STAMP);
            }
            if (isTransfac(line, next)) {
                return Optional.of(Family.TRANSFAC);
            }
            if (!UniprobeReader.isRow(line) && UniprobeReader.isRow(below)) {
                return Optional.of(Family.UNIPROBE);
            }
            at = next;
        }
        return Optional.empty();
    }

    /** Whether a line is a row of numbers, or consists of the four letters that head the columns. */
    private static boolean isBareMatrix(String line) {
        if (UniprobeReader.isRow(line)) {
            return true;
        }
        String[] words = MotifText.words(line);
        if (words.length == 4 && LetterColumns.of(words, 0).isPresent()) {
            return true;
        }
        char first = line.charAt(0);
        boolean letter = Alphabet.column(first) >= 0;
        String rest = letter ? line.substring(1).strip() : line;
        rest = letter && (rest.startsWith(":") || rest.startsWith("|"))
                ? rest.substring(1).strip()
                : rest;
        if (rest.startsWith("[")) {
            return true;
        }
        int at = !rest.isEmpty() && "+-.".indexOf(rest.charAt(0)) >= 0 ? 1 : 0;
        return at < rest.length() && rest.charAt(at) >= '0' && rest.charAt(at) <= '9';
    }

    private static boolean isMeme(String line) {
        String lower = line.substring(0, Math.min(60, line.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("alphabet")) {
            String rest = lower.substring("alphabet".length()).strip();
            return rest.startsWith("=") || rest.startsWith("\"");
        }
        return lower.startsWith("meme version")
                || lower.startsWith("strands:")
                || lower.startsWith("background letter frequencies")
                || lower.startsWith("letter-probability matrix")
                || lower.startsWith("log-odds matrix")
                || MemeReader.isMotifLine(line);
    }

    private static boolean isKey(String line, String key) {
        return line.startsWith(key) && line.length() > 2 && Character.isWhitespace(line.charAt(2));
    }

    private boolean isTransfac(String line, int next) {
        if (isKey(line, "P0") || isKey(line, "PO") || line.equals("P0") || line.equals("PO")) {
            return true;
        }
        boolean keyed = isKey(line, "AC")
                || isKey(line, "ID")
                || isKey(line, "NA")
                || isKey(line, "VV")
                || isKey(line, "DE")
                || isKey(line, "BF");
        int at = next;
        for (int seen = 0; keyed && at < text.size() && seen < HEAD_LINES; seen++) {
            String below = text.line(at);
            if (isKey(below, "P0") || isKey(below, "PO") || below.equals("XX") || below.startsWith("//")) {
                return true;
            }
            at = text.nextContent(at + 1);
        }
        return false;
    }
}
