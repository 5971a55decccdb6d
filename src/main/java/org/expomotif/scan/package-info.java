/**
 * Scanning sequences with matrices: exact score distributions, scanner backends behind one interface, hits in order.
 */
@NullMarked
package org.expomotif.scan;

import org.jspecify.annotations.NullMarked;
