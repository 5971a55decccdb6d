/** A pass over a genome that reads the letters of windows. */
@NullMarked
package org.expomotif.dataset.window;

import org.jspecify.annotations.NullMarked;
