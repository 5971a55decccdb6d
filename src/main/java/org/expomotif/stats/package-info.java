/**
 * Ranking metrics, means and standard deviations, multiple testing, comparison of distributions, special functions,
 * clustering and random numbers.
 */
@NullMarked
package org.expomotif.stats;

import org.jspecify.annotations.NullMarked;
