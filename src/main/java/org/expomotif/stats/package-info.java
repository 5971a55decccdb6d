/**
 * Ranking metrics, means and standard deviations, multiple testing, special functions and the random numbers of the MEME
 * Suite.
 */
@NullMarked
package org.expomotif.stats;

import org.jspecify.annotations.NullMarked;
