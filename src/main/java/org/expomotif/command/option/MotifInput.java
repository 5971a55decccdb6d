package org.expomotif.command.option;

/** The help text of options that take a motif file. */
public final class MotifInput {
    /** Description of an option or parameter that takes a motif file. */
    public static final String FORMATS =
            "Motifs in MEME text or XML, JASPAR, TRANSFAC, HOMER, HOCOMOCO, CIS-BP, UniPROBE or a "
                    + "related format, detected from the content; '-' for standard input.";

    private MotifInput() {}
}
