/** Labels of the parts into which a run can be divided. */
@NullMarked
package org.expomotif.io.shard;

import org.jspecify.annotations.NullMarked;
