/** Sequence logos as SVG or PNG, and self-contained HTML pages. */
@NullMarked
package org.expomotif.report;

import org.jspecify.annotations.NullMarked;
