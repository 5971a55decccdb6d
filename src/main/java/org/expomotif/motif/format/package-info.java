/** Readers of all motif formats, the detection of a format from the content of a file, and the MEME writer. */
@NullMarked
package org.expomotif.motif.format;

import org.jspecify.annotations.NullMarked;
