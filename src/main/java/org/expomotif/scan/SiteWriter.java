package org.expomotif.scan;

import java.io.IOException;

/** Writes sites in a certain order. */
interface SiteWriter extends AutoCloseable {
    /** Formats the hits of a slice as far as possible without the other slices. Thread-safe. */
    byte[] prepare(Slice slice, SliceHits hits);

    /** Adds the hits of the next slice and the text prepared from them. */
    void add(Slice slice, SliceHits hits, byte[] prepared) throws IOException;

    /** Writes all remaining lines. */
    void finish() throws IOException;

    @Override
    void close();
}
