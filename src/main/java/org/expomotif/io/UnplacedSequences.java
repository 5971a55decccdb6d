package org.expomotif.io;

import java.util.Optional;

/** Counts the sequences whose headers give no place in a genome, for one warning about all of them. */
public final class UnplacedSequences {
    private long sequences;
    private long withoutCoordinates;
    private long withOtherLength;
    private String firstWithout = "";
    private String firstOther = "";

    /** Creates a count of no sequences. */
    public UnplacedSequences() {}

    /** Counts a sequence, wherever it lies. */
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

    /** A warning about both kinds. */
    public Optional<String> warning() {
        if (withoutCoordinates == 0) {
            return lengthWarning();
        }
        String text =
                withoutCoordinates + " of " + sequences + " sequences have no coordinates in their headers (such as "
                        + firstWithout + ") and keep their own names and positions";
        return Optional.of(lengthWarning().map(other -> other + "; " + text).orElse(text));
    }

    /** A warning about sequences whose coordinates do not fit; for uses where most sequences need no coordinates. */
    public Optional<String> lengthWarning() {
        return withOtherLength == 0
                ? Optional.empty()
                : Optional.of(withOtherLength + " of " + sequences
                        + " sequences have coordinates that do not fit their lengths (such as " + firstOther
                        + ") and keep their own names and positions");
    }
}
