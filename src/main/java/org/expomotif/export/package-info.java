/** Model files of other programs. */
@NullMarked
package org.expomotif.export;

import org.jspecify.annotations.NullMarked;
