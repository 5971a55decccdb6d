/** Sites: their q-values, order, counts, tracks and lines of output. */
@NullMarked
package org.expomotif.scan.site;

import org.jspecify.annotations.NullMarked;
