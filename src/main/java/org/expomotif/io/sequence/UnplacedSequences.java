package org.expomotif.io.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts the sequences whose headers give no genomic place, for one warning about all of them. */
public final class UnplacedSequences {
    private long sequences;
    private long withoutCoordinates;
    private long withOtherLength;
    private String firstWithout = "";
    private String firstOther = "";

    /** Creates an empty count. */
    public UnplacedSequences() {}

    /** Counts a sequence, with or without a place. */
    public void count() {
        sequences++;
    }

    /** Counts a sequence whose header has no coordinates. */
    public void withoutCoordinates(String name) {
        firstWithout = withoutCoordinates++ == 0 ? name : firstWithout;
    }

    /** Counts a sequence whose header has coordinates that do not fit its length. */
    public void withOtherLength(String name) {
        firstOther = withOtherLength++ == 0 ? name : firstOther;
    }

    /**
     * A warning about sequences without coordinates and with coordinates that do not fit; empty when there are none.
     */
    public Optional<String> warning() {
        return warning(true);
    }

    /**
     * A warning only about sequences whose coordinates do not fit their lengths, for uses that do not need coordinates.
     */
    public Optional<String> lengthWarning() {
        return warning(false);
    }

    private Optional<String> warning(boolean both) {
        List<String> kinds = new ArrayList<>();
        if (withOtherLength > 0) {
            kinds.add(withOtherLength + (withOtherLength == 1 ? " has" : " have")
                    + " coordinates that do not fit the length (such as " + firstOther + ")");
        }
        if (both && withoutCoordinates > 0) {
            kinds.add(withoutCoordinates + (withoutCoordinates == 1 ? " has" : " have")
                    + " no coordinates in the header (such as " + firstWithout + ")");
        }
        long kept = withOtherLength + (both ? withoutCoordinates : 0);
        return kept == 0
                ? Optional.empty()
                : Optional.of(kept + " of " + sequences + " sequences keep their names and positions: "
                        + String.join(", ", kinds));
    }
}
