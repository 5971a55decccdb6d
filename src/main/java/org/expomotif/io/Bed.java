package org.expomotif.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.run.UserException;

/**
 * Sites in BED, 0-based and half open, three columns or more; lines of {@code #}, {@code track} and {@code browser} are
 * skipped.
 */
public final class Bed {
    private Bed() {}

    /** All sites of a file, in its order; a file without any gives an empty list. */
    public static List<BedSite> readAll(String pathOrDash) {
        List<BedSite> sites = new ArrayList<>();
        forEach(pathOrDash, sites::add);
        return sites;
    }

    /**
     * Hands over one site after the other.
     *
     * @throws UserException naming file and line when a line is no BED
     */
    public static void forEach(String pathOrDash, Consumer<BedSite> consumer) {
        try (TextLines lines = TextLines.open(pathOrDash)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!skipped(line)) {
                    consumer.accept(parse(line, lines));
                }
            }
        }
    }

    /** Writes all sites. */
    public static void write(String pathOrDash, List<String> comments, Iterable<BedSite> sites) {
        try (Writer writer = writer(pathOrDash, comments)) {
            sites.forEach(writer::write);
            writer.commit();
        }
    }

    /** Opens an output for sites; each comment becomes a line {@code # comment} at its top. */
    public static Writer writer(String pathOrDash, List<String> comments) {
        return new Writer(Outputs.open(pathOrDash), comments);
    }

    /** Whether a line is a comment, empty, or for a browser. */
    public static boolean skipped(String line) {
        return line.isBlank()
                || line.startsWith("#")
                || line.equals("track")
                || line.startsWith("track ")
                || line.startsWith("browser ");
    }

    /**
     * Reads one line.
     *
     * @throws UserException naming file and line when it is no BED
     */
    public static BedSite parse(String line, TextLines lines) {
        String[] cells = line.split("\t", -1);
        if (cells.length < 3) {
            throw lines.fault("the line is no BED")
                    .expected("at least 3 tab-separated columns: sequence, start, end")
                    .found(cells.length == 1 ? "1 column" : cells.length + " columns");
        }
        int start = number(cells[1], "start", lines);
        int end = number(cells[2], "end", lines);
        if (start < 0 || end <= start) {
            throw lines.fault("the site has no length")
                    .expected("0 <= start < end (0-based, half open)")
                    .found("start " + start + ", end " + end);
        }
        String name = cells.length > 3 && !cells[3].isEmpty() ? cells[3] : ".";
        double score = cells.length > 4 ? score(cells[4], lines) : 0;
        char strand = cells.length > 5 ? strand(cells[5], lines) : '.';
        return new BedSite(cells[0], start, end, name, score, strand);
    }

    private static int number(String cell, String column, TextLines lines) {
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException e) {
            throw lines.fault("the " + column + " is no whole number").found("\"" + cell + "\"");
        }
    }

    private static double score(String cell, TextLines lines) {
        if (cell.equals(".") || cell.isEmpty()) {
            return 0;
        }
        double score = Double.NaN;
        try {
            score = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            // Told below, as NaN is.
        }
        if (Double.isNaN(score)) {
            throw lines.fault("the score is no number").found("\"" + cell + "\"");
        }
        return score;
    }

    private static char strand(String cell, TextLines lines) {
        return switch (cell) {
            case "+" -> '+';
            case "-" -> '-';
            case ".", "", "*" -> '.';
            default ->
                throw lines.fault("the strand is unknown").expected("+, - or .").found("\"" + cell + "\"");
        };
    }

    /** Writes sites one by one; a score becomes a whole number of 0 to 1000, as BED has it. */
    public static final class Writer implements AutoCloseable {
        private final OutputSink sink;

        private Writer(OutputSink sink, List<String> comments) {
            this.sink = sink;
            comments.forEach(comment -> line("# " + comment));
        }

        /** Writes one site. */
        public void write(BedSite site) {
            line(site.sequence() + "\t" + site.start() + "\t" + site.end() + "\t" + site.name() + "\t"
                    + Math.clamp(Math.round(site.score()), 0, 1000) + "\t" + site.strand());
        }

        private void line(String text) {
            try {
                sink.stream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Finishes the output. */
        public void commit() {
            sink.commit();
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}
