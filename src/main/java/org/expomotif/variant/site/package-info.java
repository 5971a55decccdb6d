/** The sites of motifs on the two alleles of a variant, and what the variant does to them. */
@NullMarked
package org.expomotif.variant.site;

import org.jspecify.annotations.NullMarked;
