/**
 * Alleles of variants: their place in a genome, or the reason why they have none, and the windows that compare them.
 */
@NullMarked
package org.expomotif.variant.allele;

import org.jspecify.annotations.NullMarked;
