/** Motifs of first-layer filters, made from the windows of sequence that activate them. */
@NullMarked
package org.expomotif.filter;

import org.jspecify.annotations.NullMarked;
