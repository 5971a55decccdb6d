package org.expomotif.command.option;

/** What commands that read motifs say about the file. */
public final class MotifInput {
    /** Description of an option or parameter that takes a motif file. */
    public static final String FORMATS =
            "Motifs in MEME text or XML, JASPAR, TRANSFAC, HOMER, HOCOMOCO, CIS-BP, UniPROBE or a "
                    + "related format, detected from the content; '-' for standard input.";

    private MotifInput() {}
}
