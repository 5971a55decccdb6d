package org.expomotif.scan;

/** One matrix, ready to be laid over slices of sequence. */
interface WindowScanner {
    /**
     * Adds every hit to {@code hits}, by position, the plus strand before the minus strand. A window that holds
     * {@link org.expomotif.dna.Nucleotide#UNKNOWN} is no hit on either strand.
     *
     * @param slice the bases
     * @param windows windows start at 0 .. {@code windows - 1}
     * @param hits receives the hits
     */
    void scan(SliceCodes slice, int windows, HitBuffer hits);
}
