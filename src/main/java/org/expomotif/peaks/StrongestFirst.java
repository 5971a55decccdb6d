package org.expomotif.peaks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.expomotif.io.Outputs;
import org.expomotif.io.TextLines;

/** The positives among the regions of a data set, the strongest first: {@code peaks.bed}. */
final class StrongestFirst {
    private static final int KIND = 7;
    private static final int STRENGTH = 12;

    private StrongestFirst() {}

    private record Line(String text, double strength) {}

    /**
     * Writes the lines of the positives in descending order of the last column; ties stay in the order of the file, and
     * those without a number come last.
     */
    static void write(String regions, String peaks) {
        List<Line> lines = new ArrayList<>();
        try (TextLines text = TextLines.open(regions)) {
            for (String line = text.nextContent(); line != null; line = text.nextContent()) {
                String[] cells = line.split("\t", -1);
                if (cells.length > STRENGTH && cells[KIND].equals("positive")) {
                    lines.add(new Line(line, strength(cells[STRENGTH])));
                }
            }
        }
        lines.sort(Comparator.comparingDouble(line -> -line.strength()));
        Outputs.write(peaks, out -> {
            for (Line line : lines) {
                out.write((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static double strength(String cell) {
        return cell.equals(".") ? Double.NEGATIVE_INFINITY : Double.parseDouble(cell);
    }

    /** A shell command that does the same; the names are quoted. */
    static String shell(String regions, String peaks) {
        return "awk -F '\\t' '$8 == \"positive\"' " + regions
                + " | LC_ALL=C sort -s -t \"$(printf '\\t')\" -k13,13gr > " + peaks;
    }
}
