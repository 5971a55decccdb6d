/** Sequences in FASTA, GenBank and .2bit files, with their indexes. */
@NullMarked
package org.expomotif.io.sequence;

import org.jspecify.annotations.NullMarked;
