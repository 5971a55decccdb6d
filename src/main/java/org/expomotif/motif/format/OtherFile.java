package org.expomotif.motif.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Recognizes files of other kinds that are given as motifs by mistake. */
final class OtherFile {
    private static final int FEW_LINES = 5;

    /** Names of kinds of binary files by their first bytes, as Latin-1 text. */
    private static final Map<String, String> MAGIC = Map.of(
            "PK\u0003\u0004", "a zip archive, as .npz files and models are",
            "\u0093NUMPY", "a NumPy array",
            "\u0089HDF", "an HDF5 file",
            "%PDF", "a PDF document",
            "\u0089PNG", "a PNG image",
            "BAM\u0001", "a BAM file",
            "\u001AE\u00DF\u00A3", "a binary file");

    /** Beginnings of text files, in lower case, and the names of their kinds. */
    private static final List<Map.Entry<String, String>> BEGINNINGS = List.of(
            Map.entry("<!doctype html", "an HTML page"),
            Map.entry("<html", "an HTML page"),
            Map.entry("##gff-version", "a GFF file"),
            Map.entry("##fileformat=vcf", "a VCF file"),
            Map.entry("##gtf", "a GTF file"),
            Map.entry("locus   ", "a GenBank record"),
            Map.entry("track ", "a genome browser track"),
            Map.entry("browser ", "a genome browser track"),
            Map.entry("fixedstep ", "a wiggle track"),
            Map.entry("variablestep ", "a wiggle track"),
            Map.entry("@hd\t", "a SAM file"),
            Map.entry("@sq\t", "a SAM file"),
            Map.entry("{", "JSON"),
            Map.entry("motif_id\tmotif_alt_id\tsequence_name", "a table of FIMO's sites"),
            Map.entry("# motif_id\tmotif_alt_id\tsequence_name", "a table of FIMO's sites"),
            Map.entry("query_id\ttarget_id", "a table of Tomtom's matches"));

    private OtherFile() {}

    /** The kind of a file by its first bytes; empty when they are text. */
    static Optional<String> ofBytes(byte[] head, int length) {
        String start = new String(head, 0, Math.min(8, length), StandardCharsets.ISO_8859_1);
        Optional<String> known = MAGIC.entrySet().stream()
                .filter(magic -> start.startsWith(magic.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (known.isPresent()) {
            return known;
        }
        int zeros = 0;
        for (int i = 0; i < length; i++) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        boolean wide = start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF") || zeros * 3 > length;
        return zeros == 0 && !wide
                ? Optional.empty()
                : Optional.of(wide ? "text in UTF-16 (or UTF-32)" : "a binary file");
    }

    /** The kind that a text looks like, with the line that shows it; empty when no other kind is recognized. */
    static Optional<Kind> of(MotifText text) {
        int seen = 0;
        for (int i = 0; i < text.size() && seen < FEW_LINES; i++) {
            String line = text.line(i);
            if (line.isEmpty()) {
                continue;
            }
            seen++;
            String lower = line.substring(0, Math.min(80, line.length())).toLowerCase(Locale.ROOT);
            for (Map.Entry<String, String> beginning : BEGINNINGS) {
                if (lower.startsWith(beginning.getKey())) {
                    return Optional.of(new Kind(i, beginning.getValue()));
                }
            }
            if (line.startsWith("#")) {
                continue;
            }
            if (isIntervals(line)) {
                return Optional.of(new Kind(i, line.split("\t", 10).length == 9 ? "a GFF file" : "BED regions"));
            }
            if (line.startsWith("@") && i + 2 < text.size() && text.line(i + 2).startsWith("+")) {
                return Optional.of(new Kind(i, "FASTQ reads"));
            }
        }
        return Optional.empty();
    }

    /** A kind of file and the index of the line that shows it. */
    record Kind(int line, String name) {}

    /** Whether a line has a name and two whole numbers, as BED has in columns 2 and 3 and GFF in columns 4 and 5. */
    private static boolean isIntervals(String line) {
        String[] cells = line.split("\t", 10);
        if (cells.length == 9) {
            return isWhole(cells[3]) && isWhole(cells[4]);
        }
        return cells.length >= 3
                && isSequenceName(cells[0])
                && isWhole(cells[1])
                && isWhole(cells[2])
                && cells[1].length() <= cells[2].length();
    }

    /** Whether a cell can be the name of a sequence: one word that is longer than one letter and not a number. */
    private static boolean isSequenceName(String cell) {
        return cell.length() > 1
                && !MotifText.isNumber(cell)
                && cell.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-#|".indexOf(c) >= 0)
                && Character.isLetterOrDigit(cell.charAt(cell.length() - 1));
    }

    private static boolean isWhole(String word) {
        return !word.isEmpty() && word.length() < 12 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
