package org.expomotif.attribution;

import org.expomotif.io.BedLine;
import org.expomotif.io.NarrowPeak;

/** The base that the window of a region is centred on. */
public enum WindowCentre {
    /** The summit where the file is narrowPeak and the summit is known, else the middle. */
    SUMMIT,
    /** The middle of the region. */
    MIDDLE;

    /** The base after the middle of a region. */
    static int middle(BedLine region) {
        return (int) (((long) region.start() + region.end()) / 2);
    }

    /** The summit of a region in a file of narrowPeak, the middle when it is not known. */
    static int summit(BedLine region) {
        return NarrowPeak.summit(region).orElse(middle(region));
    }
}
