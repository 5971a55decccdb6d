/** Labelled sequences: classes, splits, and the sequences or genomic regions that a run uses. */
@NullMarked
package org.expomotif.dataset;

import org.jspecify.annotations.NullMarked;
