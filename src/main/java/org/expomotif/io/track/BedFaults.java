package org.expomotif.io.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.expomotif.dna.PositionRange;
import org.expomotif.io.Inputs;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;

/** Errors for input that is not BED. If another kind of file is recognized, the error names it. */
final class BedFaults {
    private static final String EXPECTED = "BED: sequence, start, end, separated by tabs";

    private BedFaults() {}

    /** The error for a line with fewer than three columns. */
    static UserException tooFewColumns(String line, String[] cells, TextLines lines) {
        UserException fault = lines.fault("not a line of BED").expected(EXPECTED);
        Optional<PositionRange> range = PositionRange.parse(line.strip());
        if (range.isPresent()) {
            return fault.found("\"" + line.strip() + "\"").remedy("write it in three columns, " + columns(range.get()));
        }
        if (line.startsWith(">")) {
            return fault.found("a FASTA header").remedy("give the regions in BED, and sequences as --sequences");
        }
        if (line.startsWith("@")) {
            return fault.found("\"" + line.strip() + "\"").remedy("convert it to BED first");
        }
        return fault.found(cells.length == 1 ? "1 column" : cells.length + " columns")
                .remedy("separate the columns by tabs");
    }

    /** The error for a start or an end that is not a whole number of at least 0. */
    static UserException notAPosition(String[] cells, String cell, String name, TextLines lines) {
        if (isGff(cells)) {
            return lines.fault("not a line of BED")
                    .expected(EXPECTED)
                    .found("GFF or GTF")
                    .remedy("convert it, for example with awk -v OFS='\\t' '!/^#/ {print $1, $4 - 1, $5}'");
        }
        if (isVcf(cells)) {
            return lines.fault("not a line of BED")
                    .expected(EXPECTED)
                    .found("VCF")
                    .remedy("convert it, for example with awk -v OFS='\\t' '!/^#/ {print $1, $2 - 1, $2}'");
        }
        if (isHeader(cells)) {
            boolean macs = cells.length > 4 && cells[4].equals("abs_summit");
            return lines.fault("a line with the names of the columns")
                    .expected(EXPECTED)
                    .found("\"" + String.join(" ", cells) + "\"")
                    .remedy(
                            macs
                                    ? "MACS's _peaks.xls counts from 1; give its .narrowPeak"
                                    : "put # at the start of the line, and make sure that starts count from 0");
        }
        UserException fault = lines.fault("the " + name + " is not a whole number")
                .expected("a number of at least 0")
                .found("\"" + cell + "\"");
        if (cell.matches("\\d{1,3}(,\\d{3})+")) {
            return fault.remedy("write it without commas");
        }
        double number = BedLine.number(cell);
        if (number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number)) {
            return fault.remedy("write it as " + (long) number);
        }
        if (cells.length > 3
                && BedLine.wholeNumber(cells[2].strip()) >= 0
                && BedLine.wholeNumber(cells[3].strip()) >= 0) {
            return fault.remedy("move the sequence, start and end to the first three columns");
        }
        return fault;
    }

    private static boolean isGff(String[] cells) {
        return cells.length >= 8 && BedLine.wholeNumber(cells[3]) >= 0 && BedLine.wholeNumber(cells[4]) >= 0;
    }

    private static boolean isVcf(String[] cells) {
        return cells.length >= 8 && BedLine.wholeNumber(cells[1]) >= 0 && cells[3].matches("[ACGTNacgtn]+");
    }

    private static boolean isHeader(String[] cells) {
        String second = cells[1].strip().toLowerCase(Locale.ROOT);
        return second.matches("(chrom|chr|tx|seq|peak|motif)?[_ .]?(start|begin|from)[_ a-z]*");
    }

    /** Adds the kind of a file that is not text to an error. */
    static UserException explained(UserException fault, String pathOrDash) {
        try {
            if (pathOrDash.equals(Inputs.STANDARD) || !Files.isRegularFile(Path.of(pathOrDash))) {
                return fault;
            }
            byte[] first;
            try (var in = Inputs.open(pathOrDash)) {
                first = in.readNBytes(4);
            }
            if (first.length < 4) {
                return fault;
            }
            int magic = (first[0] & 0xFF) << 24 | (first[1] & 0xFF) << 16 | (first[2] & 0xFF) << 8 | first[3] & 0xFF;
            return switch (magic) {
                case 0xEBF28987, 0x8789F2EB ->
                    fault.expected(EXPECTED).found("bigBed").remedy("convert it with bigBedToBed");
                case 0x26FC8F88, 0x888FFC26 ->
                    fault.expected(EXPECTED).found("bigWig").remedy("give the regions in BED");
                case 0x42414D01 -> fault.expected(EXPECTED).found("BAM").remedy("convert it with bedtools bamtobed");
                default -> fault;
            };
        } catch (IOException | InvalidPathException e) {
            return fault;
        }
    }

    /** Rejects a region that is given instead of the name of a file. */
    static void requireFile(String pathOrDash) {
        Optional<PositionRange> range = PositionRange.parse(pathOrDash);
        if (range.isEmpty()) {
            return;
        }
        try {
            if (!Files.exists(Path.of(pathOrDash))) {
                throw new UserException("a region in place of a file of regions")
                        .expected("the name of a BED file")
                        .found(pathOrDash)
                        .remedy("write it into a file, " + columns(range.get()));
            }
        } catch (InvalidPathException e) {
            throw new UserException("a region in place of a file of regions", e).found(pathOrDash);
        }
    }

    private static String columns(PositionRange range) {
        return "as printf '" + range.sequence() + "\\t" + Math.max(0, range.from() - 1) + "\\t" + range.to()
                + "\\n' does";
    }
}
