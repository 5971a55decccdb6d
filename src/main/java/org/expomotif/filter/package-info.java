/** What first-layer filters look for: activations on sequences turned into motifs. */
@NullMarked
package org.expomotif.filter;

import org.jspecify.annotations.NullMarked;
