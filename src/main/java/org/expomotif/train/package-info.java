/** Training on labelled sequences: schedule, trials, checkpoints, predictions and metrics. */
@NullMarked
package org.expomotif.train;

import org.jspecify.annotations.NullMarked;
