package org.expomotif.dataset;

import java.util.Locale;

/** The role of a labelled sequence. */
public enum Split {
    /** Used to learn the weights. */
    TRAIN,
    /** Used to choose the learning rate and to decide when training ends. */
    VALID,
    /** Used only to measure performance. */
    TEST;

    /** The word in files: {@code train}, {@code valid} or {@code test}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
