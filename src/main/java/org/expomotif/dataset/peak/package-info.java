/**
 * Peaks: the readers of BED, narrowPeak, broadPeak and summits, their order by a column, and the merge of peaks with
 * close centres.
 */
@NullMarked
package org.expomotif.dataset.peak;

import org.jspecify.annotations.NullMarked;
