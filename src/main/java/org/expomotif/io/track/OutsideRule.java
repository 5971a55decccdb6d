package org.expomotif.io.track;

/** The treatment of regions that extend beyond their sequence. */
public enum OutsideRule {
    /** The run ends with an error that states the number of these regions. */
    REFUSE,
    /** They are skipped. */
    SKIP,
    /** They are clipped to the sequence. */
    CLIP
}
