/** Figures of merit and multiple testing: AUROC, AUPR, q-values. */
@NullMarked
package org.expomotif.stats;

import org.jspecify.annotations.NullMarked;
