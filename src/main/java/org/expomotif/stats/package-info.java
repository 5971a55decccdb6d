/** Ranking metrics (AUROC and AUPR), the logistic function, and the mixing of random seeds. */
@NullMarked
package org.expomotif.stats;

import org.jspecify.annotations.NullMarked;
