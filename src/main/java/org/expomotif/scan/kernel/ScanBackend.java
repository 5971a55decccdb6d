package org.expomotif.scan.kernel;

import java.util.List;
import org.expomotif.scan.matrix.ScanMatrix;

/** A way to find hits; all backends find the same hits. */
public interface ScanBackend {
    /** Makes the tables for a scan with matrices, in the order of the output. The result is thread-safe. */
    SetScanner prepare(List<ScanMatrix> matrices);

    /** Scans slices with all prepared matrices. */
    @FunctionalInterface
    interface SetScanner {
        /**
         * Returns the hits of a slice. A window that contains {@link org.expomotif.dna.Nucleotide#UNKNOWN} is not a hit
         * on either strand.
         *
         * @param slice codes of the bases
         * @param windows number of windows, which start at 0 .. {@code windows - 1}
         * @param buffer empty buffer of this thread; empty again afterwards
         */
        SliceHits scan(SliceCodes slice, int windows, HitBuffer buffer);
    }
}
