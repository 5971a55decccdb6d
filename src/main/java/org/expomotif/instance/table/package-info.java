/** The BED file of instances, the table of motifs, and the recall of seqlets. */
@NullMarked
package org.expomotif.instance.table;

import org.jspecify.annotations.NullMarked;
