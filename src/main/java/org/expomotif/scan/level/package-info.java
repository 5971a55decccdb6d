/** Counts of all windows of a scan by level of their p-value, from which the q-values of the sites are computed. */
@NullMarked
package org.expomotif.scan.level;

import org.jspecify.annotations.NullMarked;
