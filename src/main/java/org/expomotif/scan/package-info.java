/** The scan of sequences with matrices, from slices of sequence to sites in order. */
@NullMarked
package org.expomotif.scan;

import org.jspecify.annotations.NullMarked;
