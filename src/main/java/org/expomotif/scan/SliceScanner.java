package org.expomotif.scan;

import java.util.List;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.HitBuffer;
import org.expomotif.scan.kernel.ScanBackend;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.site.ScannedSlice;
import org.expomotif.scan.site.SliceListener;

/** Scans slices with all matrices and passes them to the listeners. Thread-safe. */
final class SliceScanner {
    private final ScanBackend.SetScanner scanner;
    private final List<SliceListener> listeners;
    private final int maximumWidth;
    private final boolean skipMasked;
    private final ThreadLocal<HitBuffer> buffers = ThreadLocal.withInitial(HitBuffer::new);

    SliceScanner(MatrixSet matrices, ScanBackend backend, List<SliceListener> listeners) {
        this.scanner = backend.prepare(matrices.matrices());
        this.listeners = List.copyOf(listeners);
        this.maximumWidth = matrices.maximumWidth();
        this.skipMasked = matrices.settings().skipMasked();
    }

    /** Scans a slice; returns the rest of the work of the listeners, to be run in the order of the slices. */
    List<Runnable> scan(Slice slice) {
        SliceCodes codes = SliceCodes.of(slice, maximumWidth, skipMasked);
        HitBuffer buffer = buffers.get();
        ScannedSlice scanned = new ScannedSlice(slice, scanner.scan(codes, slice.windows(), buffer));
        return listeners.stream()
                .map(listener -> listener.prepare(scanned, codes))
                .toList();
    }

    /** Passes on the length of a sequence. */
    void length(String sequence, long bases) {
        listeners.forEach(listener -> listener.length(sequence, bases));
    }

    /** Ends the scan after the last slice. */
    void finish() {
        listeners.forEach(SliceListener::finish);
    }
}
