package org.expomotif.testing;

/** A BED file: regions that are 0-based and half-open. */
public final class Bed implements TextFile {
    private final StringBuilder text = new StringBuilder();

    private Bed() {}

    /** A file of one region, with any further columns: name, score, strand. */
    public static Bed of(String sequence, int start, int end, Object... more) {
        return new Bed().and(sequence, start, end, more);
    }

    /** A file without regions. */
    public static Bed empty() {
        return new Bed();
    }

    /** Adds a region, with any further columns: name, score, strand. */
    public Bed and(String sequence, int start, int end, Object... more) {
        text.append(sequence).append('\t').append(start).append('\t').append(end);
        for (Object cell : more) {
            text.append('\t').append(cell);
        }
        text.append('\n');
        return this;
    }

    /** Adds a planted site on the forward strand: the columns name, score 0 and strand. */
    public Bed site(String sequence, int start, int end, String motif) {
        return and(sequence, start, end, motif, 0, '+');
    }

    @Override
    public String text() {
        return text.toString();
    }
}
