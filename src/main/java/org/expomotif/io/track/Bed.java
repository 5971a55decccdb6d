package org.expomotif.io.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Regions and sites in BED, 0-based and half open, three columns or more, separated by tabs or, in a line without a
 * tab, by spaces. Blank lines and those that start with {@code #}, {@code track} or {@code browser} are skipped.
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
     * Hands over one line after the other. A line's further columns are checked when they are asked for, and only while
     * it is handed over.
     *
     * @throws UserException naming file and line when a line is not BED
     */
    public static void forEachLine(String pathOrDash, Consumer<BedLine> consumer) {
        BedFaults.requireFile(pathOrDash);
        try (TextLines lines = TextLines.open(pathOrDash)) {
            for (String line = next(lines, pathOrDash); line != null; line = next(lines, pathOrDash)) {
                if (!skipped(line)) {
                    consumer.accept(BedLine.parse(line, lines));
                }
            }
        }
    }

    /**
     * Hands over one site after the other, with the columns up to the strand.
     *
     * @throws UserException naming file and line when a line is not BED, or its score or strand is unreadable
     */
    public static void forEach(String pathOrDash, Consumer<BedSite> consumer) {
        forEachLine(pathOrDash, line -> consumer.accept(line.site()));
    }

    private static @Nullable String next(TextLines lines, String pathOrDash) {
        try {
            return lines.next();
        } catch (UserException e) {
            throw lines.number() == 1 ? BedFaults.explained(e, pathOrDash) : e;
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
                || line.equals("browser")
                || line.startsWith("browser ");
    }

    /**
     * Reads one line.
     *
     * @throws UserException naming file and line when its first three columns are not those of BED
     */
    public static BedLine parse(String line, TextLines lines) {
        return BedLine.parse(line, lines);
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
