/** Discovered motifs in the HDF5 layout of TF-MoDISco. */
@NullMarked
package org.expomotif.discover.hdf5;

import org.jspecify.annotations.NullMarked;
