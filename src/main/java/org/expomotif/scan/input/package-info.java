/** The sequences, regions or shards that are scanned, cut into slices. */
@NullMarked
package org.expomotif.scan.input;

import org.jspecify.annotations.NullMarked;
