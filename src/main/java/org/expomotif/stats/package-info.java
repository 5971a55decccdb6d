/** Ranking metrics and multiple testing: AUROC, AUPR and q-values. */
@NullMarked
package org.expomotif.stats;

import org.jspecify.annotations.NullMarked;
