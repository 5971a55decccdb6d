package org.expomotif.scan.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.expomotif.run.TemporaryFile;
import org.jspecify.annotations.Nullable;

/**
 * Regroups lines that arrive sequence by sequence into lines motif by motif. They are stored in a temporary file, which
 * is deleted when the store is closed.
 */
public final class HitStore implements AutoCloseable {
    /** Receives a block of whole lines. */
    @FunctionalInterface
    public interface LineSink {
        void accept(byte[] lines) throws IOException;
    }

    private record Extent(long position, int length) {}

    private final Path folder;
    private final List<List<Extent>> spilled = new ArrayList<>();
    private @Nullable TemporaryFile file;

    /**
     * Creates an empty store.
     *
     * @param motifs number of motifs
     * @param folder folder of the temporary file
     */
    public HitStore(int motifs, Path folder) {
        this.folder = folder;
        for (int m = 0; m < motifs; m++) {
            spilled.add(new ArrayList<>());
        }
    }

    /** Whether no line was added. */
    boolean isEmpty() {
        return file == null;
    }

    /** Number of bytes of the lines of a motif. */
    public long length(int motif) {
        return spilled.get(motif).stream().mapToLong(Extent::length).sum();
    }

    /** Adds whole lines of a motif: the first {@code length} bytes of {@code lines}. */
    public void append(int motif, byte[] lines, int length) {
        if (file == null) {
            file = TemporaryFile.in(folder, "the sites");
        }
        spilled.get(motif).add(new Extent(file.size(), length));
        file.append(lines, 0, length);
    }

    /** Passes on the lines of a motif in the order they were added. */
    public void drain(int motif, LineSink sink) throws IOException {
        for (Extent extent : spilled.get(motif)) {
            sink.accept(Objects.requireNonNull(file).read(extent.position, extent.length));
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
