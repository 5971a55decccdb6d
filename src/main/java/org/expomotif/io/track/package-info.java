/** Regions and tracks on sequences: BED, narrowPeak, bedGraph, bigWig and tabix indexes. */
@NullMarked
package org.expomotif.io.track;

import org.jspecify.annotations.NullMarked;
