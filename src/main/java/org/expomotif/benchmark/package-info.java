/** Comparison with planted motifs: how well motifs are recovered, located and attributed. */
@NullMarked
package org.expomotif.benchmark;

import org.jspecify.annotations.NullMarked;
