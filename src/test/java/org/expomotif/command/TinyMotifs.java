package org.expomotif.command;

/** A motif file for tests of commands. */
public final class TinyMotifs {
    /** MEME text with one motif of two positions, {@code M1}. */
    public static final String MEME = """
            MEME version 4

            MOTIF M1 one
            letter-probability matrix: alength= 4 w= 2 nsites= 10 E= 0
            0.5 0.5 0 0
            0 0 0 1
            """;

    private TinyMotifs() {}
}
