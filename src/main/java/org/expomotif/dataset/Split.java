package org.expomotif.dataset;

import java.util.Locale;

/** What a labelled sequence is for. */
public enum Split {
    /** Learning the weights. */
    TRAIN,
    /** Choosing learning rate and end of the training. */
    VALID,
    /** Measuring alone. */
    TEST;

    /** The word in files: {@code train}, {@code valid} or {@code test}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
