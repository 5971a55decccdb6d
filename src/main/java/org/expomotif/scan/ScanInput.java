package org.expomotif.scan;

/** Takes the stretches of sequence that are to be scanned, one after the other. */
public interface ScanInput {
    /**
     * Begins a sequence, or a stretch of one, whose letters come piece by piece.
     *
     * @param name what the sequence is called in the output
     * @param firstBase position that its first letter is written with
     * @param label what tells the stretch from others
     */
    void begin(String name, long firstBase, String label);

    /** Adds letters to the stretch that was begun. */
    void add(byte[] letters, int from, int to);

    /**
     * Hears how long a sequence is of which all stretches have come.
     *
     * @param name what it is called in the output
     * @param bases of the whole sequence, not of its stretches
     */
    default void length(String name, long bases) {}
}
