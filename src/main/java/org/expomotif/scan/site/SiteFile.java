package org.expomotif.scan.site;

/** The file that the lines of sites go to. */
public interface SiteFile {
    /** Whether lines are written at once. Otherwise all lines are stored until {@link #finish}. */
    boolean isDirect();

    /** Writes the next lines at once: the first {@code length} bytes of {@code lines}. */
    void write(byte[] lines, int length);

    /** Writes the stored lines, block by block, and the end of the file. */
    void finish(HitStore blocks);

    /** Number of sites that {@link #finish} omitted because of their q-values. */
    long omitted();
}
