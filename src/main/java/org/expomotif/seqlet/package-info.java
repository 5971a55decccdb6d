/**
 * Seqlets: stretches of an attribution map that stand out from a null, with p-values and q-values. Maps come from files
 * of {@code attribute} or of other programs.
 */
@NullMarked
package org.expomotif.seqlet;

import org.jspecify.annotations.NullMarked;
