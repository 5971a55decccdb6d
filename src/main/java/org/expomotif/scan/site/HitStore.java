package org.expomotif.scan.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.expomotif.run.TemporaryFile;
import org.jspecify.annotations.Nullable;

/**
 * Regroups lines that arrive sequence by sequence into blocks, one per motif. The last lines are in memory, up to a
 * limit; the lines before them are in a temporary file, which is deleted when the store is closed.
 */
public final class HitStore implements AutoCloseable {
    private static final int MEMORY = 1 << 24;

    /** Number of bytes from which lines are written to the file as they are, not copied first. */
    private static final int LARGE = 1 << 16;

    private record Extent(long position, int length) {}

    /** The lines of one motif: those in the file, then those in memory. */
    private record Block(List<Extent> spilled, LineBuffer held) {
        Block() {
            this(new ArrayList<>(), new LineBuffer(0));
        }

        long length() {
            return spilled.stream().mapToLong(Extent::length).sum() + held.length();
        }
    }

    private final Path folder;
    private final List<Block> blocks;
    private final int memory;
    private int held;
    private @Nullable TemporaryFile file;

    /**
     * Creates an empty store.
     *
     * @param motifs number of motifs
     * @param folder folder of the temporary file
     */
    public HitStore(int motifs, Path folder) {
        this(motifs, folder, MEMORY);
    }

    /** Creates an empty store that keeps at most {@code memory} bytes in memory. */
    HitStore(int motifs, Path folder, int memory) {
        this.folder = folder;
        this.memory = memory;
        this.blocks = IntStream.range(0, motifs).mapToObj(m -> new Block()).toList();
    }

    /** Whether no line was added. */
    boolean isEmpty() {
        return file == null && held == 0;
    }

    /** Number of blocks of lines. */
    public int blocks() {
        return blocks.size();
    }

    /** Number of bytes of the lines of a motif. */
    public long length(int motif) {
        return blocks.get(motif).length();
    }

    /** Adds whole lines of a motif: the first {@code length} bytes of {@code lines}. */
    public void append(int motif, byte[] lines, int length) {
        Block block = blocks.get(motif);
        if (length < LARGE) {
            block.held.bases(lines, 0, length);
            held += length;
            if (held > memory) {
                blocks.forEach(this::spill);
            }
        } else {
            spill(block);
            write(block, lines, length);
        }
    }

    private void spill(Block block) {
        held -= block.held.length();
        write(block, block.held.bytes(), block.held.length());
        block.held.clear();
    }

    private void write(Block block, byte[] lines, int length) {
        if (length == 0) {
            return;
        }
        if (file == null) {
            file = TemporaryFile.in(folder, "the sites");
        }
        block.spilled.add(new Extent(file.size(), length));
        file.append(lines, 0, length);
    }

    /** Passes on the lines of a motif in the order they were added, in pieces of whole lines. */
    public void drain(int motif, Consumer<byte[]> sink) {
        Block block = blocks.get(motif);
        Stream<byte[]> inFile = block.spilled.stream()
                .map(extent -> Objects.requireNonNull(file).read(extent.position, extent.length));
        Stream.concat(
                        inFile,
                        Stream.of(block.held).filter(last -> last.length() > 0).map(LineBuffer::toArray))
                .forEach(sink);
    }

    /** Passes on all lines, motif by motif. */
    void drain(Consumer<byte[]> sink) {
        for (int motif = 0; motif < blocks.size(); motif++) {
            drain(motif, sink);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
