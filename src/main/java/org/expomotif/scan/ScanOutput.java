package org.expomotif.scan;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where hits go and how they look.
 *
 * @param stream receives the lines; not closed
 * @param format the kind of file
 * @param comments lines for the head of the file, without the {@code #}; asked for when the first bytes are written
 * @param temporary folder for lines that must wait and do not fit into memory
 */
public record ScanOutput(OutputStream stream, HitFormat format, Supplier<List<String>> comments, Path temporary) {
    /** With comments that are known already. */
    public ScanOutput(OutputStream stream, HitFormat format, List<String> comments, Path temporary) {
        this(stream, format, () -> comments, temporary);
    }

    /** The same, with the head of the file before whatever is written first. */
    ScanOutput withHead() {
        return new ScanOutput(new HeadedStream(stream, () -> format.head(comments.get())), format, comments, temporary);
    }
}
