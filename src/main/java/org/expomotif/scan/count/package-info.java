/** Files of the number of sites of each motif in each sequence or region. */
@NullMarked
package org.expomotif.scan.count;

import org.jspecify.annotations.NullMarked;
