package org.expomotif.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Opens output files as named by users: a path, or {@code -} for standard output. An output is compressed as bgzip when
 * its name ends in {@code .gz} or {@code .bgz}. It appears complete or not at all.
 */
public final class Outputs {
    private Outputs() {}

    /** Writes an output, which appears when {@code writer} returns; nothing appears when it throws. */
    public static void write(String pathOrDash, IOConsumer<OutputStream> writer) {
        try (OutputSink sink = open(pathOrDash)) {
            writer.accept(sink.stream());
            sink.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a text in UTF-8 as an output. */
    public static void writeText(String pathOrDash, String text) {
        write(pathOrDash, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Opens an output for writing piece by piece; nothing appears before {@link OutputSink#commit()}. */
    public static OutputSink open(String pathOrDash) {
        return OutputSink.open(pathOrDash);
    }

    /**
     * Opens an output for writing piece by piece. If it is compressed, the threads do so; its bytes are the same.
     *
     * @param threads compress blocks; they run until the output is committed or closed
     * @param count number of these threads
     * @param observer sees the contents of the output if it is compressed
     */
    public static OutputSink open(
            String pathOrDash, Executor threads, int count, Optional<? extends BgzipObserver> observer) {
        return OutputSink.open(pathOrDash, threads, 2 * count, observer.map(one -> one));
    }

    /** Whether the name denotes standard output. */
    public static boolean isStandard(String pathOrDash) {
        return pathOrDash.equals(Inputs.STANDARD) || pathOrDash.equals("/dev/stdout") || pathOrDash.equals("/dev/fd/1");
    }
}
