package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.dataset.window.GenomePass;

/** A window of the genome that is, or may become, a sequence of the data set. */
final class Region implements GenomePass.Window {
    /** Where a region comes from. */
    enum Source {
        /** A file of peaks. */
        POSITIVE,
        /** A file of negatives. */
        GIVEN,
        /** The genome, drawn to match the positives. */
        GENOME;

        /** The word in files. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Source source;
    private final String sequence;
    private final long start;
    private final boolean reverse;
    /** The records that the region stands for, the one that it is centred on first; none for a drawn one. */
    private final List<Peak> peaks = new ArrayList<>(1);

    private long count;
    private int point;
    private String id = "";
    private int place = -1;

    Region(Source source, String sequence, long start, boolean reverse) {
        this.source = source;
        this.sequence = sequence;
        this.start = start;
        this.reverse = reverse;
    }

    /** The region around a record. */
    static Region around(Source source, Peak peak, int length) {
        Region region = new Region(source, peak.sequence(), (long) peak.centre() - length / 2, peak.reverse());
        region.peaks.add(peak);
        return region;
    }

    Source source() {
        return source;
    }

    @Override
    public String sequence() {
        return sequence;
    }

    @Override
    public long start() {
        return start;
    }

    boolean reverse() {
        return reverse;
    }

    List<Peak> peaks() {
        return peaks;
    }

    /** The record that the region is centred on. */
    Peak peak() {
        return peaks.getFirst();
    }

    /** Adds to the count of the window's bases. */
    void addCount(long more) {
        count += more;
    }

    /** The count of the window's bases. */
    long count() {
        return count;
    }

    /** The point of the window's composition. */
    int point() {
        return point;
    }

    void setPoint(int newPoint) {
        point = newPoint;
    }

    /** The name of the sequence in the outputs. */
    String id() {
        return id;
    }

    void setId(String newId) {
        id = newId;
    }

    /** The number of the window among all, in the order of the genome. */
    int place() {
        return place;
    }

    void setPlace(int newPlace) {
        place = newPlace;
    }
}
