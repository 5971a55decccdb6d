/** The tests of enrichment: counts of sequences with a site, score thresholds, central windows and q-values. */
@NullMarked
package org.expomotif.enrich.statistic;

import org.jspecify.annotations.NullMarked;
