package org.expomotif.compare.verdict;

import java.util.Locale;

/** A verdict in one word, with its meaning: an enum whose constants are the words. */
public interface VerdictWord {
    /** The name of the constant. */
    String name();

    /** The meaning of the verdict, for a legend. */
    String meaning();

    /** The word as tables have it. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
