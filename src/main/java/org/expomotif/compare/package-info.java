/** Comparison of a query motif with target motifs as Tomtom does it: matches, p-values and q-values. */
@NullMarked
package org.expomotif.compare;

import org.jspecify.annotations.NullMarked;
