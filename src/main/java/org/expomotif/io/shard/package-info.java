/** The shards into which a run can be divided, and the labels of their files. */
@NullMarked
package org.expomotif.io.shard;

import org.jspecify.annotations.NullMarked;
