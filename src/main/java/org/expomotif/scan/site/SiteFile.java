package org.expomotif.scan.site;

/** The file that the lines of sites go to. */
public interface SiteFile {
    /** When lines are written. */
    enum Time {
        /** During the scan. */
        AT_ONCE,
        /** After the scan, when they are complete ({@link #complete}). */
        WHEN_COMPLETE,
        /** After the scan, as they were made during the scan. */
        AFTER_SCAN
    }

    /** When lines are written; those of {@link Time#AT_ONCE} and completed ones are passed to {@link #write}. */
    Time time();

    /** Completes lines after the scan. Thread-safe. */
    byte[] complete(byte[] lines);

    /** Writes the next lines: the first {@code length} bytes of {@code lines}. */
    void write(byte[] lines, int length);

    /** Writes the stored lines, block by block, and the end of the file. */
    void finish(HitStore blocks);

    /** Number of sites that were omitted after the scan because of their q-values. */
    long omitted();
}
