package org.expomotif.benchmark.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A group of conditions of the study. */
public enum Group {
    /** Every network with the seven plain activations. */
    PLAIN,
    /** Activations that are shifted, scaled or otherwise modified. */
    MODIFIED,
    /** Exponentials with a factor of their argument. */
    SCALE,
    /** Other initial weights, and the exponential without batch normalisation. */
    INIT;

    /** The names of the groups, as on the command line. */
    public static List<String> names() {
        return Stream.of(values()).map(Group::toString).toList();
    }

    /**
     * The group with a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Group named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
