/** GC content and repeat fraction of windows of a genome, and their distributions. */
@NullMarked
package org.expomotif.dataset.composition;

import org.jspecify.annotations.NullMarked;
