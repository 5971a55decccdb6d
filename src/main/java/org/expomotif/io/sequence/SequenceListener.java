package org.expomotif.io.sequence;

/** Receives sequences while they are read, in pieces of any length, so that no sequence must be kept in memory. */
public interface SequenceListener {
    /** Starts a sequence. */
    void begin(String name, String description);

    /**
     * Receives letters of the current sequence, as written: bases in either case, IUPAC letters, or characters for an
     * unknown base.
     *
     * @param source the letters; valid until this method returns
     */
    void letters(byte[] source, int from, int to);

    /** Ends the current sequence. */
    void end();
}
