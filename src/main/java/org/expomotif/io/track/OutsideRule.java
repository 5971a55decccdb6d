package org.expomotif.io.track;

/** What is done about regions that reach over the end of their sequence. */
public enum OutsideRule {
    /** The run ends with an error that counts them. */
    REFUSE,
    /** They are left out. */
    SKIP,
    /** What lies within the sequence is used. */
    CLIP
}
