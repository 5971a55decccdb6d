/**
 * Scans of sequences with matrices: exact score distributions, backends behind one interface, and ordered output of
 * sites.
 */
@NullMarked
package org.expomotif.scan;

import org.jspecify.annotations.NullMarked;
