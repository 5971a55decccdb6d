package org.expomotif.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Output files as users name them: a path, or {@code -} for standard output; compressed as bgzip when the name ends in
 * {@code .gz} or {@code .bgz}; whole or not there at all.
 */
public final class Outputs {
    private Outputs() {}

    /** Writes a whole output: what {@code writer} writes appears when it returns, and nothing when it throws. */
    public static void write(String pathOrDash, IOConsumer<OutputStream> writer) {
        try (OutputSink sink = open(pathOrDash)) {
            writer.accept(sink.stream());
            sink.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens an output for writing piece by piece; nothing appears before {@link OutputSink#commit()}. */
    public static OutputSink open(String pathOrDash) {
        return OutputSink.open(pathOrDash);
    }

    /** Whether the name stands for standard output. */
    public static boolean isStandard(String pathOrDash) {
        return pathOrDash.equals(Inputs.STANDARD) || pathOrDash.equals("/dev/stdout") || pathOrDash.equals("/dev/fd/1");
    }
}
