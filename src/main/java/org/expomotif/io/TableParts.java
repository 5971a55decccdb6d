package org.expomotif.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Tables that hold one share each of the rows of a whole, as {@link TableOutput} writes them when the provenance ends
 * with the line of a {@link Shard}: put together, to the bytes of the whole. The comments of a part come first, so that
 * it is recognised without reading it to its end; its last line says that it is complete.
 */
public final class TableParts {
    /** The last line of a part. */
    static final String END = "# end of the part";

    /** Comments that are read to find out whether a file is a part. */
    private static final int MOST_COMMENTS = 10_000;

    private final List<PartLabel> parts;

    private TableParts(List<PartLabel> parts) {
        this.parts = parts;
    }

    /** Whether the file begins as a part with a row a sequence does: comments, that of the share, {@code id}. */
    public static boolean isPart(String file) {
        Optional<PartLabel> label = label(file);
        return label.isPresent() && label.get().head().getLast().startsWith("id\t");
    }

    /**
     * Reads what the parts, in any order, say of themselves.
     *
     * @throws UserException when they are not all the parts of one run
     */
    public static TableParts of(List<String> files) {
        List<PartLabel> labels = files.stream()
                .map(file -> label(file)
                        .orElseThrow(() -> new UserException("the file is no part of an attribution")
                                .in(file)
                                .expected("what attribute --shard wrote")
                                .remedy("give the parts, all of them and nothing else")))
                .toList();
        return new TableParts(PartLabel.inOrder(labels, label -> label, "attribution"));
    }

    /** The head of a part: its comments but for the last, and its header. */
    private static Optional<PartLabel> label(String file) {
        try (TextLines lines = TextLines.open(file)) {
            List<String> comments = new ArrayList<>();
            String line = lines.next();
            while (line != null && line.startsWith("# ") && comments.size() < MOST_COMMENTS) {
                comments.add(line.substring(2));
                line = lines.next();
            }
            String header = line;
            return Shard.ofComments(comments)
                    .filter(shard -> header != null)
                    .map(shard -> new PartLabel(
                            file,
                            shard,
                            Stream.concat(comments.subList(0, comments.size() - 1).stream(), Stream.of(header))
                                    .toList()));
        }
    }

    /** The comments of the whole. */
    public List<String> comments() {
        List<String> head = parts.getFirst().head();
        return head.subList(0, head.size() - 1);
    }

    /** The header line. */
    public String header() {
        return parts.getFirst().head().getLast();
    }

    /** The files, in the order of their shares. */
    public List<String> files() {
        return parts.stream().map(PartLabel::file).toList();
    }

    /**
     * Hands over all rows in order.
     *
     * @throws UserException when a part is cut short
     */
    public void forEachRow(Consumer<String> consumer) {
        for (String file : files()) {
            try (TextLines lines = TextLines.open(file)) {
                String line = lines.next();
                while (line != null && line.startsWith("# ")) {
                    line = lines.next();
                }
                line = lines.next();
                while (line != null && !line.startsWith("#")) {
                    consumer.accept(line);
                    line = lines.next();
                }
                checkEnd(line, file);
            }
        }
    }

    private static void checkEnd(@Nullable String line, String file) {
        if (!END.equals(line)) {
            throw new UserException("the part is damaged (it ends early)")
                    .in(file)
                    .remedy("copy it again, or run its share again");
        }
    }

    /** Writes the whole. */
    public void write(String pathOrDash) {
        List<String> columns = List.of(header().split("\t", -1));
        try (TableOutput table = TableOutput.open(pathOrDash, columns, Provenance.of(comments()))) {
            forEachRow(table::row);
            table.commit();
        }
    }
}
