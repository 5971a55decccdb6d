package org.expomotif.run;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a file says of the run that made it, as lines for its comments. The checksum of a stream (standard input, a
 * pipe) is known only once it has been read to its end: a table, whose comments come last, holds all lines; a format
 * whose comments come first holds {@link #head()} on top and {@link #tail()} after its last line.
 *
 * @param head lines known before any input is read
 * @param streams inputs that are read from streams, as the user named them
 */
public record Provenance(List<String> head, List<String> streams) {
    /** Keeps its own copies. */
    public Provenance {
        head = List.copyOf(head);
        streams = List.copyOf(streams);
    }

    /** Lines that are all known. */
    public static Provenance of(List<String> lines) {
        return new Provenance(lines, List.of());
    }

    /** These lines with more after them. */
    public Provenance with(List<String> more) {
        return new Provenance(Stream.concat(head.stream(), more.stream()).toList(), streams);
    }

    /** The lines on the streams, with the checksum of each that has been read to its end by now. */
    public List<String> tail() {
        return streams.stream()
                .map(name -> RunRecord.inputLine(name, Checksum.ofStream(name)))
                .toList();
    }

    /** All lines, with the checksum of each stream that has been read to its end by now. */
    public List<String> lines() {
        return Stream.concat(head.stream(), tail().stream()).toList();
    }
}
