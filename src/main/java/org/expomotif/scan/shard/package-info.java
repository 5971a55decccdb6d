/** Files of the shards of a scan, and their merge into the output of the whole scan. */
@NullMarked
package org.expomotif.scan.shard;

import org.jspecify.annotations.NullMarked;
