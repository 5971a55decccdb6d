package org.expomotif.compare;

import org.expomotif.motif.Motif;

/**
 * A match and its target motif.
 *
 * @param target the target as in its file
 * @param row the match
 */
public record TargetMatch(Motif target, MotifMatch row) {}
