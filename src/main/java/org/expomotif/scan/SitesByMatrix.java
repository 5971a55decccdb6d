package org.expomotif.scan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * FIMO's order: matrix by matrix, then by sequence and position. Slices and hits gather in a {@link HitVolume}; when
 * that is full, its lines wait in a file for their matrix's turn.
 */
final class SitesByMatrix implements SiteWriter {
    private final int matrices;
    private final ScanOutput output;
    private final HitVolume volume;
    private final HitStore store;
    private final Optional<Supplier<QValueFiller>> filler;

    /**
     * A writer without sites.
     *
     * @param lines one a matrix
     * @param memory bytes of slices and hits that are held
     * @param filler what fills holes of q-values, asked for when all windows have been seen
     */
    SitesByMatrix(
            List<HitLines> lines,
            Workers workers,
            long memory,
            ScanOutput output,
            Optional<Supplier<QValueFiller>> filler) {
        this.matrices = lines.size();
        this.output = output;
        this.filler = filler;
        this.volume = new HitVolume(lines, workers, memory);
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
            // The serial collector would rather let the heap grow by one volume after the other, to the share of the
            // machine's memory that is its limit, than look whether the last one is garbage. It is.
            System.gc();
        }
    }

    /** The first matrix comes first in the output, so its lines need not wait unless their q-values are to come. */
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
