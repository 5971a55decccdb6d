/** The analysis of a set of peaks: its steps, what of it is done already, and what its results show. */
@NullMarked
package org.expomotif.peaks;

import org.jspecify.annotations.NullMarked;
