/** Reading and writing the field's files: FASTA, labels, BED, TSV of records, npz. */
@NullMarked
package org.expomotif.io;

import org.jspecify.annotations.NullMarked;
