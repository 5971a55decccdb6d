package org.expomotif.scan.site;

import org.expomotif.scan.kernel.SliceCodes;

/** Receives the slices of a scan and makes something of them: lines of sites, counts, a track of scores. */
public interface SliceListener {
    /**
     * Does what needs this slice alone. Called once per slice by any worker; thread-safe.
     *
     * @param codes codes of the bases of the slice
     * @return the rest of the work, which one thread runs slice by slice in their order
     */
    Runnable prepare(ScannedSlice scanned, SliceCodes codes);

    /**
     * Receives the length of a sequence after all its regions.
     *
     * @param sequence name of the sequence
     * @param bases number of bases of the whole sequence
     */
    default void length(String sequence, long bases) {}

    /** Called after the last slice. */
    void finish();
}
