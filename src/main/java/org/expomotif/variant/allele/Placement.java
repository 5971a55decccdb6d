package org.expomotif.variant.allele;

import java.util.Optional;

/**
 * Where in its window the longer allele of a change is.
 *
 * @param kind the rule
 * @param bases the number of bases before the allele; only for {@link Kind#AFTER}
 */
public record Placement(Kind kind, int bases) {
    /** In the middle; where the flanks cannot have the same length, the left one has one base more. */
    public static final Placement CENTRE = new Placement(Kind.CENTRE, 0);

    /** At the first base of the window, or as near to it as the shifts allow. */
    public static final Placement START = new Placement(Kind.START, 0);

    /** At the last base of the window, or as near to it as the shifts allow. */
    public static final Placement END = new Placement(Kind.END, 0);

    /** The rules of placement. */
    public enum Kind {
        /** In the middle of the window. */
        CENTRE,
        /** At the start of the window. */
        START,
        /** At the end of the window. */
        END,
        /** After a number of bases. */
        AFTER
    }

    /** After a number of bases. */
    public static Placement after(int bases) {
        return new Placement(Kind.AFTER, bases);
    }

    /** The placement that a user wrote: centre, start, end, or the number of bases before the allele. */
    public static Optional<Placement> parse(String text) {
        return switch (text) {
            case "centre", "center" -> Optional.of(CENTRE);
            case "start" -> Optional.of(START);
            case "end" -> Optional.of(END);
            default -> text.matches("\\d{1,9}") ? Optional.of(after(Integer.parseInt(text))) : Optional.empty();
        };
    }

    /**
     * The number of bases before an allele.
     *
     * @param free the number of bases of the window that are not the allele's
     * @param shifts the maximum shift
     */
    int before(int free, int shifts) {
        return switch (kind) {
            case CENTRE -> (free + 1) / 2;
            case START -> shifts;
            case END -> free - shifts;
            case AFTER -> bases;
        };
    }
}
