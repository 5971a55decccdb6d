/**
 * The simulated tasks of the reference study in full: the plan of trials, their rows, and the comparison with the
 * published figures.
 */
@NullMarked
package org.expomotif.benchmark.paper;

import org.jspecify.annotations.NullMarked;
