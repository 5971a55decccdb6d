/** Metrics of rankings: AUROC and AUPR. */
@NullMarked
package org.expomotif.stats;

import org.jspecify.annotations.NullMarked;
