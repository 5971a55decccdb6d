/** Sequences with planted motifs: the synthetic tasks of the reference study, and the truth about them. */
@NullMarked
package org.expomotif.synth;

import org.jspecify.annotations.NullMarked;
