/** The files of attribution scores: NumPy archives, tables and tracks, and the reader of base scores. */
@NullMarked
package org.expomotif.attribution.file;

import org.jspecify.annotations.NullMarked;
