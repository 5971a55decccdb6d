/**
 * Effects of the variants of a VCF file on the outputs of networks, their significance, and the motifs that they
 * change.
 */
@NullMarked
package org.expomotif.variant;

import org.jspecify.annotations.NullMarked;
