/** The rows of the tables and the lines of BED that a comparison writes. */
@NullMarked
package org.expomotif.enrich.table;

import org.jspecify.annotations.NullMarked;
