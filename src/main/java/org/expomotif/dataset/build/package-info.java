/** From peaks and a genome to a data set: the run, its splits, its files and its summary. */
@NullMarked
package org.expomotif.dataset.build;

import org.jspecify.annotations.NullMarked;
