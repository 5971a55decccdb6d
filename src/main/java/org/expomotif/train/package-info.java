/**
 * Training a network on labelled sequences: the schedule, trials, checkpoints, predictions and their figures of merit.
 */
@NullMarked
package org.expomotif.train;

import org.jspecify.annotations.NullMarked;
