/** Comparison of motifs: Tomtom's column scores, alignments and exact p-values. */
@NullMarked
package org.expomotif.compare;

import org.jspecify.annotations.NullMarked;
