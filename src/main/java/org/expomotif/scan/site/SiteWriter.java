package org.expomotif.scan.site;

import java.io.IOException;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceHits;

/** Writes sites in a certain order. */
public interface SiteWriter extends AutoCloseable {
    /** Formats the hits of a slice as far as possible without the other slices. Thread-safe. */
    byte[] prepare(Slice slice, SliceHits hits);

    /** Adds the hits of the next slice and the text prepared from them. */
    void add(Slice slice, SliceHits hits, byte[] prepared) throws IOException;

    /** Writes all remaining lines. */
    void finish() throws IOException;

    @Override
    void close();
}
