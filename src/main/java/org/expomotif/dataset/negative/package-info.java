/** Windows of a genome without a peak that match given windows in GC content and repeat fraction. */
@NullMarked
package org.expomotif.dataset.negative;

import org.jspecify.annotations.NullMarked;
