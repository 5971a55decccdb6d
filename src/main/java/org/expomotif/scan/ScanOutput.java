package org.expomotif.scan;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Where hits go and how they look.
 *
 * @param stream receives the lines; not closed
 * @param format the kind of file
 * @param comments lines for the head of the file, without the {@code #}
 * @param temporary folder for lines that must wait and do not fit into memory
 */
public record ScanOutput(OutputStream stream, HitFormat format, List<String> comments, Path temporary) {
    /** Keeps its own copy of the comments. */
    public ScanOutput {
        comments = List.copyOf(comments);
    }
}
