package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.expomotif.motif.Alphabet;

/**
 * A matrix as written in a file: a header and rows of numbers, which are either positions or letters.
 *
 * @param header the index of the line that begins with {@code >}, or of the first row when there is none
 * @param id the identifier
 * @param name the alternative name; empty when there is none
 * @param threshold HOMER's threshold; present only in headers of HOMER
 * @param columns the letters above the columns; empty when no line names them
 * @param rows the rows
 */
record MatrixBlock(
        int header, String id, String name, OptionalDouble threshold, Optional<LetterColumns> columns, List<Row> rows) {

    /**
     * A row of numbers.
     *
     * @param line the index of its line
     * @param letter the column of the letter before the numbers; -1 when there is none
     * @param rna whether that letter is a U
     * @param bracketed whether the numbers are in brackets
     * @param numbers the numbers
     */
    record Row(int line, int letter, boolean rna, boolean bracketed, double[] numbers) {
        boolean isSigned() {
            return letter >= 0 || bracketed;
        }
    }

    String record() {
        return MotifText.record(id);
    }

    boolean isHomer() {
        return threshold.isPresent();
    }

    /** Whether all rows have the same number of numbers. */
    boolean isRectangular() {
        return rows.stream()
                .allMatch(row -> row.numbers().length == rows.getFirst().numbers().length);
    }

    /** Whether all rows have four numbers. */
    boolean hasFourColumns() {
        return rows.stream().allMatch(row -> row.numbers().length == 4);
    }

    /** Reads the rows of a block that begins at an index; the block ends at the next header or the end of the file. */
    static MatrixBlock read(MotifText text, int header) {
        String line = text.line(header);
        boolean named = line.startsWith(">");
        Header head = named ? Header.of(text, header) : new Header(text.stem(), "", OptionalDouble.empty());
        String record = MotifText.record(head.id());
        Optional<LetterColumns> columns = Optional.empty();
        List<Row> rows = new ArrayList<>();
        int at = named ? text.nextContent(header + 1) : header;
        if (at < text.size()) {
            String[] words = MotifText.words(text.line(at));
            columns = words.length == 4 ? LetterColumns.of(words, 0) : columns;
            at = columns.isPresent() ? text.nextContent(at + 1) : at;
        }
        for (; at < text.size() && !text.line(at).startsWith(">"); at = text.nextContent(at + 1)) {
            rows.add(row(text, at, record));
        }
        return new MatrixBlock(header, head.id(), head.name(), head.threshold(), columns, rows);
    }

    private static Row row(MotifText text, int at, String record) {
        String line = text.line(at);
        int letter = -1;
        boolean rna = false;
        if (isLabelled(line)) {
            letter = Alphabet.column(line.charAt(0));
            rna = Alphabet.ofLetter(line.charAt(0)) == Alphabet.RNA;
            if (letter < 0) {
                throw text.fault(at, "the matrix is not of DNA or RNA")
                        .atRecord(record)
                        .expected("one row each for A, C, G and T")
                        .found(line.substring(0, 1));
            }
            line = line.substring(1).strip();
            line = line.startsWith(":") || line.startsWith("|")
                    ? line.substring(1).strip()
                    : line;
        }
        boolean bracketed = line.startsWith("[");
        line = bracketed ? line.substring(1) : line;
        line = line.endsWith("]") ? line.substring(0, line.length() - 1) : line;
        double[] numbers = text.numbers(at, record, MotifText.words(line), 0);
        if (numbers.length == 0) {
            throw text.fault(at, "the matrix row has no numbers").atRecord(record);
        }
        return new Row(at, letter, rna, bracketed, numbers);
    }

    /** Whether a line begins with a single letter that is not part of a word. */
    private static boolean isLabelled(String line) {
        char first = line.charAt(0);
        boolean isLetter = first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z';
        return isLetter
                && line.length() > 1
                && (Character.isWhitespace(line.charAt(1)) || "[:|.+-0123456789".indexOf(line.charAt(1)) >= 0);
    }

    /** The content of a line that begins with {@code >}. */
    record Header(String id, String name, OptionalDouble threshold) {
        /**
         * Reads {@code >ID NAME}, or HOMER's {@code >CONSENSUS<TAB>NAME<TAB>THRESHOLD...}. HOMER identifies a motif by
         * its name, which is unique within a file; the consensus may be empty and may occur more than once.
         */
        static Header of(MotifText text, int index) {
            String line = text.line(index).substring(1);
            List<String> fields = fields(line);
            if (isHomer(fields)) {
                String consensus = fields.get(0).strip();
                String name = MotifText.oneWord(fields.get(1));
                boolean unnamed = name.isEmpty();
                return require(
                        text,
                        index,
                        new Header(
                                unnamed ? consensus : name,
                                unnamed ? "" : consensus,
                                OptionalDouble.of(
                                        Double.parseDouble(fields.get(2).strip()))));
            }
            String[] words = MotifText.words(line);
            String id = words.length == 0 ? "" : words[0];
            String name = line.strip().substring(id.length()).strip();
            return require(text, index, new Header(id, name, OptionalDouble.empty()));
        }

        private static Header require(MotifText text, int index, Header header) {
            if (header.id().isEmpty()) {
                throw text.fault(index, "a header without an identifier").expected("\">\" and a name");
            }
            return header;
        }

        private static boolean isHomer(List<String> fields) {
            return fields.size() >= 3 && MotifText.isNumber(fields.get(2).strip());
        }

        /** The fields between tabs; in a line without tabs, its words if the first is a consensus. */
        private static List<String> fields(String line) {
            if (line.indexOf('\t') >= 0) {
                return List.of(line.split("\t", -1));
            }
            List<String> words = List.of(MotifText.words(line));
            boolean isConsensus = !words.isEmpty()
                    && words.getFirst().chars().allMatch(letter -> "ACGTUMRWSYKVHDBN".indexOf(letter) >= 0);
            return isConsensus ? words : List.of();
        }
    }
}
