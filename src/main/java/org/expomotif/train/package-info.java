/** Training of a network on labelled sequences: schedule, trials, checkpoints, predictions and their metrics. */
@NullMarked
package org.expomotif.train;

import org.jspecify.annotations.NullMarked;
