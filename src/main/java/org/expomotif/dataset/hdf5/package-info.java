/**
 * Published data sets in HDF5 files: their one-hot sequences and labels, read slice by slice and written as FASTA and
 * TSV.
 */
@NullMarked
package org.expomotif.dataset.hdf5;

import org.jspecify.annotations.NullMarked;
