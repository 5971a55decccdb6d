package org.expomotif.io.track;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes regions and sites in BED: 0-based, half-open, with three columns or more, separated by tabs or, in a
 * line without tabs, by spaces. Blank lines and those that start with {@code #}, {@code track} or {@code browser} are
 * skipped.
 */
public final class Bed {
    private Bed() {}

    /** All sites of a file, in the order of the file; possibly none. */
    public static List<BedSite> readAll(String pathOrDash) {
        List<BedSite> sites = new ArrayList<>();
        forEach(pathOrDash, sites::add);
        return sites;
    }

    /**
     * Passes the lines to a consumer one at a time. Columns after the third are checked when they are read, which is
     * possible only until the consumer returns.
     *
     * @throws UserException naming the file and the line when a line is not BED
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
     * Passes the sites, with the columns up to the strand, to a consumer one at a time.
     *
     * @throws UserException naming the file and the line when a line is not BED, or its score or strand is malformed
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

    /** The score of a site with a p-value, for column 5: {@code -100 log10 p}, rounded, at most 1000. */
    public static long score(double pValue) {
        return Math.min(1000, Math.round(-100 * StrictMath.log10(pValue)));
    }

    /** Writes all sites. */
    public static void write(String pathOrDash, List<String> comments, Iterable<BedSite> sites) {
        try (Writer writer = writer(pathOrDash, comments)) {
            sites.forEach(writer::write);
            writer.commit();
        }
    }

    /** Opens an output for sites; each comment becomes a line {@code # comment} at the top. */
    public static Writer writer(String pathOrDash, List<String> comments) {
        return new Writer(Outputs.open(pathOrDash), comments);
    }

    /** Whether a line is a comment, empty, or a browser setting. */
    public static boolean skipped(String line) {
        return line.isBlank()
                || line.startsWith("#")
                || line.equals("track")
                || line.startsWith("track ")
                || line.equals("browser")
                || line.startsWith("browser ");
    }

    /**
     * Parses one line.
     *
     * @throws UserException naming the file and the line when the first three columns are not those of BED
     */
    public static BedLine parse(String line, TextLines lines) {
        return BedLine.parse(line, lines);
    }

    /** Writes sites one by one; scores are rounded to whole numbers from 0 to 1000, as BED requires. */
    public static final class Writer implements AutoCloseable {
        private final OutputSink sink;

        private Writer(OutputSink sink, List<String> comments) {
            this.sink = sink;
            comments.forEach(comment -> sink.write("# " + comment + "\n"));
        }

        /** Writes one site. */
        public void write(BedSite site) {
            sink.write(site.sequence() + "\t" + site.start() + "\t" + site.end() + "\t" + site.name() + "\t"
                    + Math.clamp(Math.round(site.score()), 0, 1000) + "\t" + site.strand() + "\n");
        }

        /** Completes the output. */
        public void commit() {
            sink.commit();
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}
