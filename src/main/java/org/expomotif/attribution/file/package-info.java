/** The files that attribution scores are written to: NumPy archives, tables and tracks. */
@NullMarked
package org.expomotif.attribution.file;

import org.jspecify.annotations.NullMarked;
