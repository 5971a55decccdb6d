/** Motifs, scoring matrices and the formats they come in. */
@NullMarked
package org.expomotif.motif;

import org.jspecify.annotations.NullMarked;
