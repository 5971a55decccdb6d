/** Sequences with planted motifs: the synthetic tasks of the reference study, and what was planted where. */
@NullMarked
package org.expomotif.synth;

import org.jspecify.annotations.NullMarked;
