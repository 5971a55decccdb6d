package org.expomotif.io.sequence;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.expomotif.io.ContentKind;
import org.expomotif.run.UserException;

/** Errors for files that are not FASTA, and for letters that are not bases. */
final class FastaFaults {
    private static final String BASES = "the letters A C G T (U) or IUPAC codes";
    private static final int LOOK = 512;

    private FastaFaults() {}

    /**
     * The error for a file that does not begin with a header.
     *
     * @param block contains the first bytes of the text, from {@code from} to {@code to}
     */
    static UserException notFasta(String file, long line, byte[] block, int from, int to) {
        UserException fault =
                new UserException("this is not a FASTA file").in(file).atLine(line);
        int look = Math.min(to, from + LOOK);
        Optional<ContentKind> kind = ContentKind.of(block, from, to);
        if (kind.isPresent()) {
            return fault.expected("text that starts with '>'")
                    .found(kind.get().noun())
                    .remedy(kind.get().remedy());
        }
        for (int i = from; i < look; i++) {
            if ((block[i] & 0xFF) < ' ' && block[i] != '\t' && block[i] != '\n' && block[i] != '\r') {
                return fault.expected("text that starts with '>'")
                        .found("binary data")
                        .remedy("give FASTA or GenBank, plain or gzipped");
            }
        }
        return notFasta(fault, new String(block, from, look - from, StandardCharsets.UTF_8));
    }

    private static UserException notFasta(UserException fault, String text) {
        String start = text.lines().findFirst().orElse("");
        String lower = start.toLowerCase(Locale.ROOT);
        String convert = "convert it to FASTA first";
        if (start.startsWith("@HD") || start.startsWith("@SQ") || start.startsWith("@RG")) {
            return fault.expected("'>' before each name").found("a SAM file").remedy(convert + " (samtools fasta)");
        }
        if (start.startsWith("@")) {
            return fault.expected("'>' before each name")
                    .found("'@', as in FASTQ")
                    .remedy(convert + " (seqkit fq2fa)");
        }
        if (start.startsWith("ID   ")) {
            return fault.expected("FASTA or GenBank")
                    .found("an EMBL file")
                    .remedy("download it as FASTA or GenBank, or convert it (EMBOSS seqret)");
        }
        if (lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.startsWith("<?xml")) {
            return fault.expected("'>' before each name")
                    .found(lower.startsWith("<?xml") ? "XML" : "a web page")
                    .remedy("download the sequences themselves");
        }
        if (start.startsWith("CLUSTAL") || start.startsWith("#NEXUS") || start.startsWith("# STOCKHOLM")) {
            return fault.expected("'>' before each name")
                    .found("an alignment (\"" + cut(start) + "\")")
                    .remedy(convert);
        }
        return fault.expected("a header that starts with '>'")
                .found("\"" + cut(start) + "\"")
                .remedy("put a line '>NAME' before each sequence");
    }

    private static String cut(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30);
    }

    /** The error for a byte that is not a base; the caller adds the position. */
    static UserException badLetter(int letter) {
        UserException fault = new UserException("the sequence is not DNA");
        if ("EFIJLOPQZ".indexOf(Character.toUpperCase(letter)) >= 0) {
            return fault.expected(BASES)
                    .found("'" + (char) letter + "', a letter of proteins")
                    .remedy("give the DNA sequences");
        }
        if (letter == '>') {
            return fault.expected("'>' at the start of a line only")
                    .found("'>' within a line")
                    .remedy("put every header on a line of its own");
        }
        boolean visible = letter > ' ' && letter < 127;
        return fault.expected(BASES)
                .found(visible ? "'" + (char) letter + "'" : "the byte 0x" + Integer.toHexString(letter))
                .remedy("check that the file is whole and contains DNA only");
    }
}
