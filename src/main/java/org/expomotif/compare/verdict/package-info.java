/** Verdicts on the best matches of queries: whether shuffles of a query match as well, and what the overlap covers. */
@NullMarked
package org.expomotif.compare.verdict;

import org.jspecify.annotations.NullMarked;
