package org.expomotif.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.io.ControlCharacters;
import org.expomotif.io.TextLines;
import org.expomotif.io.table.ClassNames;
import org.expomotif.run.UserException;

/** Reads a table of labels; errors name the line and what is wrong with it. */
final class LabelsReader {
    private static final String HEADER = "a header of tab-separated columns: id, split, then one column per class";

    private LabelsReader() {}

    static Labels read(TextLines lines) {
        String header = lines.nextContent();
        if (header == null) {
            throw new UserException("the file holds no labels")
                    .in(lines.name())
                    .expected(HEADER)
                    .found("an empty file");
        }
        List<String> classes = classes(header, lines);
        List<Labels.Row> rows = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        for (String line = lines.nextContent(); line != null; line = lines.nextContent()) {
            Labels.Row row = row(line, classes, lines);
            Long before = seen.put(row.id(), lines.number());
            if (before != null) {
                throw lines.fault("two rows have the same id")
                        .found("\"" + row.id() + "\" here and in line " + before)
                        .remedy("keep one row per sequence");
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw new UserException("the file holds no labels")
                    .in(lines.name())
                    .expected("one row per sequence under the header")
                    .found("only the header");
        }
        return new Labels(classes, rows);
    }

    private static List<String> classes(String header, TextLines lines) {
        List<String> columns = List.of(header.split("\t", -1));
        if (columns.size() < 3
                || !columns.get(0).equals("id")
                || !columns.get(1).equals("split")) {
            throw lines.fault("the header is not that of a table of labels")
                    .expected(HEADER)
                    .found("\"" + shortened(header) + "\"");
        }
        List<String> classes = columns.subList(2, columns.size());
        try {
            ClassNames.check(classes);
        } catch (UserException e) {
            throw e.in(lines.name()).atLine(lines.number());
        }
        return List.copyOf(classes);
    }

    private static Labels.Row row(String line, List<String> classes, TextLines lines) {
        String[] cells = line.split("\t", -1);
        if (cells.length != classes.size() + 2) {
            throw lines.fault("the number of columns differs from the header")
                    .expected((classes.size() + 2) + " tab-separated columns")
                    .found(Integer.toString(cells.length));
        }
        if (cells[0].isBlank()) {
            throw lines.fault("the row has no id").expected("the name of a sequence");
        }
        if (ControlCharacters.areIn(cells[0])) {
            throw lines.fault("the id holds a control character").found("\"" + cells[0] + "\"");
        }
        float[] values = new float[classes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(cells[i + 2], classes.get(i), lines);
        }
        return new Labels.Row(cells[0], split(cells[1], lines), values);
    }

    private static Split split(String word, TextLines lines) {
        for (Split split : Split.values()) {
            if (split.word().equals(word)) {
                return split;
            }
        }
        throw lines.fault("the split is unknown")
                .expected("train, valid or test")
                .found("\"" + shortened(word) + "\"")
                .remedy("correct column 2");
    }

    private static float value(String cell, String name, TextLines lines) {
        return switch (cell) {
            case "0", "0.0" -> 0f;
            case "1", "1.0" -> 1f;
            case "NA", "", "NaN", "nan" -> Float.NaN;
            default ->
                throw lines.fault("the label of class " + name + " is not a label")
                        .expected("0, 1 or NA")
                        .found("\"" + shortened(cell) + "\"")
                        .remedy("write one column of 0 and 1 for each class");
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
