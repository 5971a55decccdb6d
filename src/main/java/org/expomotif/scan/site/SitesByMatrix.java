package org.expomotif.scan.site;

import java.nio.file.Path;
import java.util.List;
import org.expomotif.scan.kernel.SliceCodes;

/**
 * Writes sites in FIMO's order: matrix by matrix, then by sequence and position. Slices and hits are collected in a
 * {@link HitBatch}; when that is full, its lines are stored in a file until all lines of the matrices before them are
 * written.
 */
public final class SitesByMatrix extends SiteWriter {
    private final HitBatch batch;

    /**
     * Creates a writer without sites.
     *
     * @param lines one per matrix
     * @param batch an empty batch of the same lines
     * @param temporary folder for lines that do not fit into memory
     */
    public SitesByMatrix(List<HitLines> lines, SiteFile file, HitBatch batch, Path temporary) {
        super(lines, lines.size(), file, temporary);
        this.batch = batch;
    }

    @Override
    public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
        return () -> add(scanned);
    }

    private void add(ScannedSlice scanned) {
        count(scanned.hits().size());
        batch.add(scanned);
        if (batch.isFull()) {
            batch.drain(this::add);
            // The last batch is garbage now. Without this call the serial collector lets the heap grow by one batch
            // after another, up to its limit, before it collects any of them.
            System.gc();
        }
    }

    /** The lines of the first matrix are written at once if possible; no others come before them. */
    @Override
    void add(int matrix, byte[] text, int length) {
        if (matrix == 0 && file.time() == SiteFile.Time.AT_ONCE) {
            file.write(text, length);
        } else {
            store.append(matrix, text, length);
        }
    }

    @Override
    public void finish() {
        if (file.time() == SiteFile.Time.AT_ONCE && store.isEmpty()) {
            batch.drain((matrix, text, length) -> file.write(text, length));
        } else {
            batch.drain(this::add);
        }
        super.finish();
    }
}
