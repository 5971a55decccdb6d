package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dataset.peak.IntervalIndex;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.dataset.peak.PeakFile;

/**
 * The labels of positives. A region is 1 in a class when one of its records is of the class, or a record of the class
 * contains its centre; it is unknown in a class when a record of the class overlaps its window without containing the
 * centre; and 0 otherwise. All records of the files count, also those that were dropped.
 */
final class ClassLabels {
    private final int length;
    private final List<IntervalIndex> classes = new ArrayList<>();

    ClassLabels(List<PeakFile> files, int length) {
        this.length = length;
        for (PeakFile file : files) {
            IntervalIndex index = new IntervalIndex();
            for (Peak peak : files.size() > 1 ? file.peaks() : List.<Peak>of()) {
                index.add(peak.sequence(), peak.start(), peak.end(), peak.line());
            }
            classes.add(index);
        }
    }

    /** Whether a region is 1 in a class. */
    boolean isPositive(Region region, int ofClass) {
        if (region.source() != Region.Source.POSITIVE) {
            return false;
        }
        for (Peak peak : region.peaks()) {
            if (peak.file() == ofClass) {
                return true;
            }
        }
        return classes.get(ofClass).covers(region.sequence(), region.start() + length / 2);
    }

    /** The label of a region in a class: {@code 1}, {@code 0} or {@code NA}. */
    String text(Region region, int ofClass) {
        if (isPositive(region, ofClass)) {
            return "1";
        }
        boolean unknown = region.source() == Region.Source.POSITIVE
                && classes.get(ofClass)
                        .overlap(region.sequence(), region.start(), region.start() + length)
                        .isPresent();
        return unknown ? "NA" : "0";
    }
}
