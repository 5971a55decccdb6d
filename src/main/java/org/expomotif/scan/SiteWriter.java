package org.expomotif.scan;

import java.io.IOException;

/** Puts sites into the order in which they are written. */
interface SiteWriter extends AutoCloseable {
    /** What can be made of a slice's hits without knowing the others; any thread may ask. */
    byte[] prepare(Slice slice, SliceHits hits);

    /** Takes the hits of the next slice, with what was prepared from them. */
    void add(Slice slice, SliceHits hits, byte[] prepared) throws IOException;

    /** Writes all lines that still wait. */
    void finish() throws IOException;

    @Override
    void close();
}
