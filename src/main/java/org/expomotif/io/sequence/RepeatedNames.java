package org.expomotif.io.sequence;

/** The behaviour of sequence readers when two sequences of a file have the same name. */
public enum RepeatedNames {
    /** Throws an error that names both places; used when names are keys of a table, an array, a track or an index. */
    REFUSED,

    /**
     * Reads both sequences and reports the number of repeated names in one warning; used when the order distinguishes
     * them.
     */
    REPORTED,

    /** Reads both sequences; used when names do not matter. */
    IGNORED
}
