/** Sequence logos as SVG and self-contained HTML pages. */
@NullMarked
package org.expomotif.report;

import org.jspecify.annotations.NullMarked;
