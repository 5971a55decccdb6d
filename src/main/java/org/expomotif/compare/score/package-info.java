/** Column scores, alignments and the distributions that turn an alignment score into a p-value. */
@NullMarked
package org.expomotif.compare.score;

import org.jspecify.annotations.NullMarked;
