/** Arrays of HDF5 files, read slice by slice. */
@NullMarked
package org.expomotif.io.hdf5;

import org.jspecify.annotations.NullMarked;
