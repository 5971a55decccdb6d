package org.expomotif.scan.input;

import java.util.Optional;
import org.expomotif.dna.Interval;

/**
 * An interval to scan.
 *
 * @param interval the interval
 * @param label unique label
 * @param region name and summits, if sites carry them
 */
record ScannedPlace(Interval interval, String label, Optional<NamedRegion> region) {
    /** Begins the interval in a scan. */
    void begin(ScanInput scan) {
        scan.begin(interval.sequence(), interval.start() + 1L, label, region);
    }
}
