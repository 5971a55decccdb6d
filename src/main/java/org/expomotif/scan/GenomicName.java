package org.expomotif.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.expomotif.dna.Interval;

/** Names such as {@code chr7:1001-1020} of sequences that were cut out of longer ones, counted from 1. */
public final class GenomicName {
    private static final Pattern PLACE = Pattern.compile("(.+):(\\d{1,9})-(\\d{1,9})");

    private GenomicName() {}

    /** The place that a name tells, or nothing when it tells none. */
    public static Optional<Interval> place(String name) {
        Matcher matcher = PLACE.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int start = Integer.parseInt(matcher.group(2)) - 1;
        int end = Integer.parseInt(matcher.group(3));
        return start < 0 || end <= start ? Optional.empty() : Optional.of(new Interval(matcher.group(1), start, end));
    }

    /** The name that tells a place. */
    public static String of(Interval place) {
        return place.sequence() + ":" + (place.start() + 1) + "-" + place.end();
    }
}
