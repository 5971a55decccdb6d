/** Ranking metrics (AUROC and AUPR), means and standard deviations. */
@NullMarked
package org.expomotif.stats;

import org.jspecify.annotations.NullMarked;
