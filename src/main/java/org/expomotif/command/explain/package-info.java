/** Commands that explain a network by its filters or by attribution scores of bases, with their options. */
@NullMarked
package org.expomotif.command.explain;

import org.jspecify.annotations.NullMarked;
