/** The tables of discovered motifs, of their matrices and of their seqlets. */
@NullMarked
package org.expomotif.discover.table;

import org.jspecify.annotations.NullMarked;
