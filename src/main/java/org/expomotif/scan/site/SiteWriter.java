package org.expomotif.scan.site;

/** Writes sites in a certain order: all sites of every slice, or single sites that another listener has chosen. */
public interface SiteWriter extends SliceListener, AutoCloseable {
    /** Writes a site. Sites of one sequence follow those of the sequences before. */
    void write(Site site);

    /** Number of sites written so far. */
    long sites();

    @Override
    void close();
}
