package org.expomotif.scan.input;

/** Whether sites carry the name of their region. */
public enum RegionNames {
    /** Without names; regions that overlap or touch are merged. */
    NONE,
    /** With names; every region is scanned on its own. */
    APART,
    /** With names; regions that overlap or touch are merged, and their names are joined. */
    MERGED
}
