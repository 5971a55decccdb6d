package org.expomotif.scan.kernel;

/** Scans slices with one prepared matrix. */
public interface WindowScanner {
    /**
     * Adds every hit to {@code hits}, by position, plus before minus. A window that contains
     * {@link org.expomotif.dna.Nucleotide#UNKNOWN} is not a hit on either strand.
     *
     * @param slice codes of the bases
     * @param windows number of windows, which start at 0 .. {@code windows - 1}
     * @param hits receives the hits
     */
    void scan(SliceCodes slice, int windows, HitBuffer hits);
}
