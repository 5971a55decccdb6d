package org.expomotif.network;

import java.util.Locale;

/** The scale of an output: after the sigmoid or before it. */
public enum OutputScale {
    /** The sigmoid's output. */
    PROBABILITY,
    /** The sigmoid's input. */
    LOGIT;

    /** The name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
