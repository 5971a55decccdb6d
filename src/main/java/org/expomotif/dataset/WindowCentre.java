package org.expomotif.dataset;

import org.expomotif.io.track.BedLine;
import org.expomotif.io.track.NarrowPeak;

/** The base that the window of a region is centred on. */
public enum WindowCentre {
    /** The summit if the file is narrowPeak and the summit is known, otherwise the middle. */
    SUMMIT,
    /** The middle of the region. */
    MIDDLE;

    /** The middle base of a region; with an even number of bases, the first base of the second half. */
    public static int middle(BedLine region) {
        return (int) (((long) region.start() + region.end()) / 2);
    }

    /** The summit of a region in a narrowPeak file; the middle when the summit is unknown. */
    public static int summit(BedLine region) {
        return NarrowPeak.summit(region).orElse(middle(region));
    }
}
