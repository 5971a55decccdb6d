package org.expomotif.scan.site;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceHits;

/**
 * Writes sites in FIMO's order: matrix by matrix, then by sequence and position. Slices and hits are collected in a
 * {@link HitBatch}; when that is full, its lines are stored in a file until all lines of the matrices before them are
 * written.
 */
public final class SitesByMatrix implements SiteWriter {
    private final int matrices;
    private final ScanOutput output;
    private final HitBatch volume;
    private final HitStore store;
    private final Optional<Supplier<QValueFiller>> filler;

    /**
     * Creates a writer without sites.
     *
     * @param lines one per matrix
     * @param memory number of bytes of slices and hits to hold
     * @param filler supplies the filler of q-values after all windows are counted
     */
    public SitesByMatrix(
            List<HitLines> lines,
            Workers workers,
            long memory,
            ScanOutput output,
            Optional<Supplier<QValueFiller>> filler) {
        this.matrices = lines.size();
        this.output = output;
        this.filler = filler;
        this.volume = new HitBatch(lines, workers, memory);
        this.store = new HitStore(lines.size(), output.temporary());
    }

    @Override
    public byte[] prepare(Slice slice, SliceHits hits) {
        return new byte[0];
    }

    @Override
    public void add(Slice slice, SliceHits hits, byte[] prepared) throws IOException {
        volume.add(slice, hits);
        if (volume.isFull()) {
            spill();
            // The last batch is garbage now. Without this call the serial collector lets the heap grow by one batch
            // after another, up to its limit, before it collects any of them.
            System.gc();
        }
    }

    /** Writes the lines of the first matrix at once, unless q-values are missing, and stores the others. */
    private void spill() throws IOException {
        volume.drain((matrix, lines, length) -> {
            if (matrix == 0 && filler.isEmpty()) {
                output.stream().write(lines, 0, length);
            } else {
                store.append(matrix, lines, length);
            }
        });
    }

    @Override
    public void finish() throws IOException {
        if (filler.isEmpty() && store.isEmpty()) {
            volume.drain((matrix, lines, length) -> output.stream().write(lines, 0, length));
            return;
        }
        spill();
        HitStore.LineSink sink = output.stream()::write;
        if (filler.isPresent()) {
            QValueFiller values = filler.get().get();
            sink = lines -> output.stream().write(values.fill(lines));
        }
        for (int m = 0; m < matrices; m++) {
            store.drain(m, sink);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
