package org.expomotif.io.sequence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sequences of GenBank flat files (NCBI-GenBank release notes, section 3.4) as a stream, as written by NCBI,
 * SnapGene, ApE and Benchling. A record extends from LOCUS to {@code //}. Its name is taken from VERSION, otherwise
 * from ACCESSION or LOCUS; its bases follow ORIGIN and are converted to upper case.
 *
 * <p>It is written by hand because the reader of BioJava 7.2 gives a record without bases the bases of the previous
 * record, keeps whole chromosomes in memory, and does not count lines. A test compares the two readers on complete
 * records.
 */
final class GenbankReader {
    /** Maximum length of a LOCUS line, and of the kept part of a definition, in characters. */
    private static final int LONGEST_HEAD = 1000;

    private static final Pattern LENGTH = Pattern.compile("LOCUS\\s+(\\S.*?)\\s+(\\d{1,18})\\s*(bp|aa|rc)\\b.*");
    private static final Pattern MERGED = Pattern.compile("LOCUS\\s+(\\S*?)(\\d+)\\s*(bp|aa|rc)\\b.*");
    private static final String AGAIN = "download the record again, with its sequence";

    private final TextLines lines;
    private final CheckedRecords records;

    private long locusLine;
    private String locusName = "";
    private String declared = "";
    private boolean merged;
    private String accession = "";
    private String version = "";
    private String definition = "";
    private String elsewhere = "";
    private boolean begun;
    private long bases;
    private byte[] letters = new byte[128];

    GenbankReader(TextLines lines, CheckedRecords records) {
        this.lines = lines;
        this.records = records;
    }

    /** Whether the beginning of a file, after any blank lines, is that of a GenBank file. */
    static boolean isGenbank(String start) {
        return start.matches("(?s)LOCUS(\\s.*)?")
                || start.lines().limit(2).anyMatch(line -> line.contains("Genetic Sequence Data Bank"));
    }

    /**
     * Reads all records.
     *
     * @throws UserException naming the line and, if known, the record, when a record is incomplete, is a protein, has
     *     no bases, or has a number of bases that differs from its LOCUS line
     */
    void read() {
        String line = lines.next();
        while (line != null && !isLocus(line)) {
            line = lines.next(); // blank lines, and the head of a release file
        }
        if (line == null) {
            throw early();
        }
        while (line != null) {
            if (!isLocus(line)) {
                throw lines.fault("a GenBank record does not start with LOCUS")
                        .expected("LOCUS, or the end of the file, after '//'")
                        .found("\"" + cut(line) + "\"")
                        .remedy("copy or download the file again");
            }
            record(line);
            line = nextNotBlank();
        }
    }

    private static boolean isLocus(String line) {
        return line.startsWith("LOCUS") && (line.length() == 5 || Character.isWhitespace(line.charAt(5)));
    }

    private @Nullable String nextNotBlank() {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private void record(String locus) {
        locus(locus);
        accession = "";
        version = "";
        definition = "";
        elsewhere = "";
        begun = false;
        bases = 0;
        String section = "";
        for (String line = next(); !line.startsWith("//"); line = next()) {
            if (isLocus(line)) {
                throw fault("the record ends early")
                        .expected("'//' before the next LOCUS")
                        .remedy("copy or download the file again");
            }
            boolean keyword = !line.isEmpty() && Character.isLetter(line.charAt(0)) && !section.equals("ORIGIN");
            if (keyword) {
                section = line.split("\\s", 2)[0];
                head(section, line.substring(section.length()).strip());
            } else if (section.equals("ORIGIN")) {
                bases(line);
            } else if (section.equals("DEFINITION") && definition.length() < LONGEST_HEAD) {
                definition += " " + line.strip();
            }
        }
        finish();
    }

    private String next() {
        String line = lines.next();
        if (line == null) {
            throw early();
        }
        return line;
    }

    private UserException early() {
        return new UserException("the GenBank file ends early")
                .in(lines.name())
                .expected("'//' after every record")
                .remedy("copy or download it again");
    }

    private void locus(String line) {
        locusLine = lines.number();
        if (line.length() > LONGEST_HEAD) {
            throw lines.fault("the LOCUS line is too long").expected("at most " + LONGEST_HEAD + " characters");
        }
        Matcher apart = LENGTH.matcher(line);
        Matcher joined = MERGED.matcher(line);
        merged = false;
        declared = "";
        locusName = line.substring(5).strip().split("\\s", 2)[0];
        if (apart.matches()) {
            locusName = apart.group(1).replaceAll("\\s+", "_");
            declared = apart.group(2).replaceFirst("^0+(?=.)", "");
            rejectProtein(apart.group(3));
        } else if (joined.matches()) {
            merged = true;
            locusName = joined.group(1) + joined.group(2);
            declared = joined.group(2);
            rejectProtein(joined.group(3));
        }
    }

    private void rejectProtein(String unit) {
        if (unit.equals("aa")) {
            throw lines.fault("the record is a protein")
                    .atRecord("record " + locusName)
                    .expected("a record of nucleotides (bp)")
                    .found(declared + " aa")
                    .remedy("give the record of its DNA or mRNA");
        }
    }

    private void head(String keyword, String rest) {
        switch (keyword) {
            case "DEFINITION" -> definition = rest;
            case "ACCESSION" -> accession = name(rest);
            case "VERSION" -> version = name(rest);
            case "CONTIG" -> elsewhere = "it is assembled from other records (CONTIG " + cut(rest) + ")";
            case "WGS", "WGS_SCAFLD", "TSA", "TLS" ->
                elsewhere = "its sequences are records of their own (" + keyword + " " + cut(rest) + ")";
            default -> {}
        }
    }

    /** The first word; empty when it is a placeholder for a missing name. */
    private static String name(String text) {
        String word = text.split("\\s", 2)[0];
        boolean none = word.equals(".") || word.startsWith("<") || word.equalsIgnoreCase("unknown");
        return none ? "" : word;
    }

    /** The name of the sequence. */
    private String name() {
        return !version.isEmpty() ? version : !accession.isEmpty() ? accession : name(locusName);
    }

    private UserException fault(String what) {
        return lines.fault(what).atRecord("record " + name());
    }

    /** Reads a line under ORIGIN: a position number and bases in groups. */
    private void bases(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        int digits = at;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            at++;
        }
        String number = line.substring(digits, at);
        if (!number.isEmpty() && !number.equals(String.valueOf(bases + 1))) {
            throw fault("the position number of the line does not continue the count")
                    .expected(String.valueOf(bases + 1))
                    .found(number)
                    .remedy("download the record again");
        }
        letters = letters.length < line.length() ? new byte[2 * line.length()] : letters;
        int count = 0;
        for (; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (Character.isWhitespace(letter)) {
                continue;
            }
            if (letter > 127 || !FastaReader.isBase((byte) letter)) {
                throw FastaFaults.badLetter(letter)
                        .in(lines.name())
                        .atLine(lines.number())
                        .atRecord("record " + name());
            }
            letters[count++] = (byte) Character.toUpperCase(letter);
        }
        if (count > 0) {
            begin();
            bases += count;
            records.letters(letters, 0, count);
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        if (name().isEmpty()) {
            throw new UserException("the record has no name")
                    .in(lines.name())
                    .atLine(locusLine)
                    .expected("a name after VERSION, ACCESSION or LOCUS")
                    .remedy("name every record");
        }
        records.begin(name(), definition.strip(), locusLine);
    }

    private void finish() {
        if (!begun) {
            UserException fault = new UserException("the record has no sequence")
                    .in(lines.name())
                    .atLine(locusLine)
                    .atRecord("record " + name())
                    .expected("bases under ORIGIN");
            throw elsewhere.isEmpty()
                    ? fault.remedy(AGAIN)
                    : fault.found(elsewhere)
                            .remedy(AGAIN + " (NCBI: GenBank (full), rettype gbwithparts), or as FASTA");
        }
        String found = String.valueOf(bases);
        boolean fits = declared.isEmpty() || (merged ? declared.endsWith(found) : declared.equals(found));
        if (!fits) {
            throw fault("the number of bases differs from the LOCUS line")
                    .expected(declared + " bases (line " + locusLine + ")")
                    .found(found)
                    .remedy(AGAIN);
        }
        records.end();
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
