package org.expomotif.run;

import java.util.List;
import java.util.stream.Stream;

/**
 * The record of the run that made a file, as lines for its comments. The checksum of a stream (standard input, a pipe)
 * is known only after it has been read to its end. A table has its comments at the end and holds all lines there; a
 * format with comments at the top holds {@link #head()} there and {@link #tail()} after its last line.
 *
 * @param head lines that are known before any input is read
 * @param streams inputs that are streams, as named by the user
 */
public record Provenance(List<String> head, List<String> streams) {
    /** Copies the lists. */
    public Provenance {
        head = List.copyOf(head);
        streams = List.copyOf(streams);
    }

    /** A provenance whose lines are all known and that has no streams. */
    public static Provenance of(List<String> lines) {
        return new Provenance(lines, List.of());
    }

    /** This provenance with more lines after the head. */
    public Provenance with(List<String> more) {
        return new Provenance(Stream.concat(head.stream(), more.stream()).toList(), streams);
    }

    /** One line per stream, with its checksum if it has been read to its end. */
    public List<String> tail() {
        return streams.stream()
                .map(name -> RunRecord.inputLine(name, Checksum.ofStream(name)))
                .toList();
    }

    /** The head followed by the tail. */
    public List<String> lines() {
        return Stream.concat(head.stream(), tail().stream()).toList();
    }
}
