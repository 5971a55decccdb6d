package org.expomotif.variant.allele;

import java.util.Optional;

/** Where in its window the longer allele of a change is. */
public sealed interface Placement {
    /** In the middle; where the flanks cannot have the same length, the left one has one base more. */
    Placement CENTRE = new Named("centre");

    /** At the first base of the window, or as near to it as the shifts allow. */
    Placement START = new Named("start");

    /** At the last base of the window, or as near to it as the shifts allow. */
    Placement END = new Named("end");

    /** A placement with a name. */
    record Named(String name) implements Placement {}

    /**
     * After a number of bases.
     *
     * @param before the number of bases before the allele
     */
    record After(int before) implements Placement {}

    /** The placement that a user wrote: centre, start, end, or the number of bases before the allele. */
    static Optional<Placement> parse(String text) {
        return switch (text) {
            case "centre", "center" -> Optional.of(CENTRE);
            case "start" -> Optional.of(START);
            case "end" -> Optional.of(END);
            default -> text.matches("\\d{1,9}") ? Optional.of(new After(Integer.parseInt(text))) : Optional.empty();
        };
    }

    /**
     * The number of bases before an allele.
     *
     * @param free the number of bases of the window that are not the allele's
     * @param shifts the maximum shift
     */
    default int before(int free, int shifts) {
        return switch (this) {
            case After after -> after.before;
            case Named named when named.equals(START) -> shifts;
            case Named named when named.equals(END) -> free - shifts;
            case Named _ -> (free + 1) / 2;
        };
    }
}
