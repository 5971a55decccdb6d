package org.expomotif.dataset.hdf5;

/**
 * Limits of memory.
 *
 * @param mappedFile bytes of a file up to which it is mapped into memory as one piece, where a size or an address
 *     beyond its end is noticed before memory is allocated for it; at most {@link Integer#MAX_VALUE}
 * @param slice bytes of a slice, as far as a single sample or a row of chunks does not need more
 * @param extendedSlice bytes of a slice up to which it is extended to whole chunks
 */
record Limits(long mappedFile, int slice, int extendedSlice) {
    /** The limits of a run. */
    static final Limits USUAL = new Limits(Integer.MAX_VALUE, 1 << 24, 1 << 28);
}
