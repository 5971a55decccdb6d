package org.expomotif.scan;

/** One matrix, ready to be laid over slices of sequence. */
public interface WindowScanner {
    /**
     * Adds every hit to {@code hits}, by position, the plus strand before the minus strand. A window that holds
     * {@link org.expomotif.dna.Nucleotide#UNKNOWN} is no hit on either strand.
     *
     * @param codes codes of {@link org.expomotif.dna.Nucleotide}
     * @param windows windows start at 0 .. {@code windows - 1}; those that do not fit into {@code codes} are none
     * @param hits receives the hits
     */
    void scan(byte[] codes, int windows, HitBuffer hits);
}
