/** Tables of tab-separated values whose rows are records. */
@NullMarked
package org.expomotif.io.table;

import org.jspecify.annotations.NullMarked;
