/** Near-duplicates across splits, found by shared 31-mers. */
@NullMarked
package org.expomotif.dataset.leak;

import org.jspecify.annotations.NullMarked;
