/**
 * Sequences with planted motifs: the synthetic tasks of the reference study, and the positions of the planted motifs.
 */
@NullMarked
package org.expomotif.synth;

import org.jspecify.annotations.NullMarked;
