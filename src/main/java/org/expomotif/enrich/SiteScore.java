package org.expomotif.enrich;

import org.expomotif.scan.best.SequenceBlock;
import org.expomotif.scan.best.WindowTables;

/** The exact score of a window on both strands, and tables that find the windows worth an exact score. */
interface SiteScore {
    /** Number of positions. */
    int width();

    /**
     * The score of the window that starts at index {@code at} of the block's codes, before {@link #rounded}; it holds
     * no unknown base.
     */
    double plus(SequenceBlock block, int at);

    /** The score of its reverse complement. */
    double minus(SequenceBlock block, int at);

    /** The rounded score; rounding changes no order. */
    double rounded(double score);

    /** Whether a window with this rounded score can be a site. */
    boolean isSite(double score);

    /** The tables that find the best windows of each sequence. */
    WindowTables bestTables();

    /** The tables that find all windows with at least a score. */
    WindowTables allTables(double minimum);
}
