/** Pictures of pixels without a graphics library: outlines filled with smooth edges, text of strokes, and PNG files. */
@NullMarked
package org.expomotif.report.raster;

import org.jspecify.annotations.NullMarked;
