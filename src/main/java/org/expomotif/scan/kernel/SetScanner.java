package org.expomotif.scan.kernel;

/** Scans slices with all prepared matrices. */
@FunctionalInterface
public interface SetScanner {
    /**
     * Returns the hits of a slice. A window that contains {@link org.expomotif.dna.Nucleotide#UNKNOWN} is not a hit on
     * either strand.
     *
     * @param slice codes of the bases
     * @param windows number of windows, which start at 0 .. {@code windows - 1}
     * @param buffer empty buffer of this thread; empty again afterwards
     */
    SliceHits scan(SliceCodes slice, int windows, HitBuffer buffer);
}
