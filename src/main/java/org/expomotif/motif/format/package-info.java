/** Readers of all motif formats, detection of the format from the content, and the MEME writer. */
@NullMarked
package org.expomotif.motif.format;

import org.jspecify.annotations.NullMarked;
