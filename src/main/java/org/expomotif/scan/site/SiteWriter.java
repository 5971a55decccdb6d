package org.expomotif.scan.site;

import java.nio.file.Path;
import java.util.List;

/**
 * Writes sites in a certain order: all sites of every slice, or single sites that another listener has chosen. Lines
 * that cannot be written at once are stored, block by block.
 */
public abstract class SiteWriter implements SliceListener, AutoCloseable {
    final List<HitLines> lines;
    final SiteFile file;
    final HitStore store;
    private final LineBuffer line = new LineBuffer(256);
    private long sites;

    /**
     * Creates a writer without sites.
     *
     * @param lines one per matrix
     * @param blocks number of blocks of lines
     * @param temporary folder for lines that do not fit into memory
     */
    SiteWriter(List<HitLines> lines, int blocks, SiteFile file, Path temporary) {
        this.lines = lines;
        this.file = file;
        this.store = new HitStore(blocks, temporary);
    }

    /** Writes a site. Sites of one sequence follow those of the sequences before. */
    public final void write(Site site) {
        line.clear();
        lines.get(site.matrix()).write(site, line);
        count(1);
        add(site.matrix(), line.bytes(), line.length());
    }

    /** Writes or stores lines of a matrix: the first {@code length} bytes of {@code text}. */
    abstract void add(int matrix, byte[] text, int length);

    /** Counts sites. */
    final void count(int more) {
        sites += more;
    }

    @Override
    public void finish() {
        file.finish(store);
    }

    /** Number of sites written so far. */
    public final long sites() {
        return sites - file.omitted();
    }

    @Override
    public final void close() {
        store.close();
        closeOwn();
    }

    /** Closes what the writer has opened beside the store. */
    void closeOwn() {}
}
