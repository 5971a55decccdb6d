/** Benchmarks with planted motifs: recovery, localisation and attribution. */
@NullMarked
package org.expomotif.benchmark;

import org.jspecify.annotations.NullMarked;
