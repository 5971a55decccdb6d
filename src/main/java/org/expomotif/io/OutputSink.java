package org.expomotif.io;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.expomotif.run.AtomicFile;
import org.expomotif.run.StandardOutput;
import org.jspecify.annotations.Nullable;

/**
 * An output that is being written. {@link #commit()} gives it its name; closing it without a commit leaves nothing,
 * except what went to standard output or a pipe.
 */
public final class OutputSink implements AutoCloseable {
    private final OutputStream stream;
    private final @Nullable AtomicFile file;
    private final boolean compressed;
    private boolean committed;

    private OutputSink(OutputStream stream, @Nullable AtomicFile file, boolean compressed) {
        this.stream = stream;
        this.file = file;
        this.compressed = compressed;
    }

    /** Opens an output that one thread compresses. */
    static OutputSink open(String pathOrDash) {
        return open(pathOrDash, stream -> new BlockCompressedOutputStream(stream, (File) null));
    }

    /** Opens an output that several threads compress; {@code ahead} chunks of 0.5 MB may wait. */
    static OutputSink open(String pathOrDash, Executor threads, int ahead, Optional<BgzipObserver> observer) {
        return open(pathOrDash, stream -> new BgzipOutput(stream, threads, ahead, observer));
    }

    private static OutputSink open(String pathOrDash, UnaryOperator<OutputStream> bgzip) {
        if (Outputs.isStandard(pathOrDash)) {
            return new OutputSink(new BufferedOutputStream(StandardOutput.open(), 1 << 16), null, false);
        }
        AtomicFile file = AtomicFile.open(pathOrDash);
        if (FileSuffix.isCompressed(pathOrDash)) {
            return new OutputSink(bgzip.apply(file.stream()), file, true);
        }
        return new OutputSink(file.stream(), file, false);
    }

    /** The buffered stream that the contents are written to. */
    public OutputStream stream() {
        return stream;
    }

    /** Writes text in UTF-8. */
    public void write(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes the output. */
    public void commit() {
        try {
            if (file == null) {
                stream.flush();
            } else {
                if (compressed) {
                    stream.close();
                }
                file.commit();
            }
            committed = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with the committed bytes, for reading them again; empty for standard output. */
    public Optional<Path> written() {
        return Optional.ofNullable(file).map(AtomicFile::written);
    }

    @Override
    public void close() {
        if (file != null && !committed) {
            file.close();
        }
    }
}
