/**
 * Motifs in attributions: seqlets that look alike are grouped, aligned and averaged, and each motif gets an E-value.
 */
@NullMarked
package org.expomotif.discover;

import org.jspecify.annotations.NullMarked;
