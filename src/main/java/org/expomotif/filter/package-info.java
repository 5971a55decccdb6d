/** Motifs of first-layer filters, from their activations on sequences. */
@NullMarked
package org.expomotif.filter;

import org.jspecify.annotations.NullMarked;
