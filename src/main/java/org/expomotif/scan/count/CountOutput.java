package org.expomotif.scan.count;

/** A file of the numbers of sites, which are added sequence by sequence. */
interface CountOutput extends AutoCloseable {
    /**
     * Adds the counts of a sequence or region.
     *
     * @param label label of the sequence or region
     * @param counts number of sites of each matrix
     */
    void row(String label, int[] counts);

    /** Completes the file. */
    void commit();

    @Override
    void close();
}
