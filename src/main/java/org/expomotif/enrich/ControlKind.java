package org.expomotif.enrich;

/** Where the controls come from. */
public enum ControlKind {
    /** Sequences of a file. */
    GIVEN,
    /** Each positive once, shuffled so that its dinucleotide counts stay the same. */
    SHUFFLED,
    /** Windows of the genome that match the positives in GC content and repeat fraction. */
    GENOME
}
