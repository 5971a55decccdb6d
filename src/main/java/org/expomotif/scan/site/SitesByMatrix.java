package org.expomotif.scan.site;

import java.nio.file.Path;
import java.util.List;
import org.expomotif.scan.kernel.SliceCodes;

/**
 * Writes sites in FIMO's order: matrix by matrix, then by sequence and position. Slices and hits are collected in a
 * {@link HitBatch}; when that is full, its lines are stored in a file until all lines of the matrices before them are
 * written.
 */
public final class SitesByMatrix implements SiteWriter {
    private final List<HitLines> lines;
    private final SiteFile file;
    private final HitBatch batch;
    private final HitStore store;
    private final LineBuffer line = new LineBuffer(256);
    private long sites;

    /**
     * Creates a writer without sites.
     *
     * @param lines one per matrix
     * @param batch an empty batch of the same lines
     * @param temporary folder for lines that do not fit into memory
     */
    public SitesByMatrix(List<HitLines> lines, SiteFile file, HitBatch batch, Path temporary) {
        this.lines = lines;
        this.file = file;
        this.batch = batch;
        this.store = new HitStore(lines.size(), temporary);
    }

    @Override
    public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
        return () -> add(scanned);
    }

    private void add(ScannedSlice scanned) {
        sites += scanned.hits().size();
        batch.add(scanned);
        if (batch.isFull()) {
            spill();
            // The last batch is garbage now. Without this call the serial collector lets the heap grow by one batch
            // after another, up to its limit, before it collects any of them.
            System.gc();
        }
    }

    @Override
    public void write(Site site) {
        sites++;
        line.clear();
        lines.get(site.matrix()).write(site, line);
        store.append(site.matrix(), line.bytes(), line.length());
    }

    /** Writes the lines of the first matrix at once if possible, and stores the others. */
    private void spill() {
        batch.drain((matrix, text, length) -> {
            if (matrix == 0 && file.isDirect()) {
                file.write(text, length);
            } else {
                store.append(matrix, text, length);
            }
        });
    }

    @Override
    public void finish() {
        if (file.isDirect() && store.isEmpty()) {
            batch.drain((matrix, text, length) -> file.write(text, length));
        } else {
            spill();
        }
        file.finish(store);
    }

    @Override
    public long sites() {
        return sites - file.omitted();
    }

    @Override
    public void close() {
        store.close();
    }
}
