package org.expomotif.io.sequence;

/** Hears sequences as they are read, in pieces of any length, so that none need be held as a whole. */
public interface SequenceListener {
    /** A sequence begins. */
    void begin(String name, String description);

    /**
     * More letters of it, as written: bases in either case, IUPAC letters, or characters for an unknown base.
     *
     * @param source valid until this returns
     */
    void letters(byte[] source, int from, int to);

    /** The sequence is over. */
    void end();
}
