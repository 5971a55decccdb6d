package org.expomotif.io.sequence;

/** What a reader of sequences does when two sequences of a file have the same name. */
public enum RepeatedNames {
    /** An error that names both places: the names are keys of a table, an array, a track or an index. */
    REFUSED,

    /** Both sequences are read, one warning tells the number of repeated names: the order keeps them apart. */
    REPORTED,

    /** Both sequences are read: no name is used. */
    IGNORED
}
