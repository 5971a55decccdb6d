package org.expomotif.variant.allele;

/** Whether an ALT allele is scored, and otherwise the reason why not. */
public enum AlleleStatus {
    /** The effect of the allele is known. */
    SCORED("scored", "scored"),
    /** A symbolic allele such as {@code <DEL>}, or a breakend. */
    SYMBOLIC("symbolic", "symbolic"),
    /** The allele {@code *}: the site is deleted by another record. */
    SPANNING_DELETION("spanning_deletion", "for a deletion of another record (*)"),
    /** Not an allele of VCF, equal to REF, or in a record whose alleles htsjdk cannot read. */
    INVALID("invalid", "not valid"),
    /** REF or ALT has an N. */
    UNKNOWN_BASE("unknown_base", "with an unknown base"),
    /** The alleles and the shifts leave no flanks in the window. */
    TOO_LONG("too_long", "longer than the window"),
    /** The genome has no sequence with the name of the contig. */
    UNKNOWN_CONTIG("unknown_contig", "on contigs that the genome lacks"),
    /** The window or the alleles extend beyond the contig. */
    OFF_CONTIG("off_contig", "with a window that extends beyond the contig"),
    /** REF differs from the genome. */
    REF_MISMATCH("ref_mismatch", "whose REF differs from the genome");

    private final String word;
    private final String phrase;

    AlleleStatus(String word, String phrase) {
        this.word = word;
        this.phrase = phrase;
    }

    /** The word in files. */
    public String word() {
        return word;
    }

    /** What alleles of this status are, for a message that counts them. */
    public String phrase() {
        return phrase;
    }
}
