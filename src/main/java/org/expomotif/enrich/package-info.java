/** Motifs that are enriched in sequences, or in their middles, by the definitions of SEA and CentriMo. */
@NullMarked
package org.expomotif.enrich;

import org.jspecify.annotations.NullMarked;
