/**
 * Ranking metrics, means and standard deviations, multiple testing, special functions, and random numbers (of the MEME
 * Suite, and mixing of seeds).
 */
@NullMarked
package org.expomotif.stats;

import org.jspecify.annotations.NullMarked;
