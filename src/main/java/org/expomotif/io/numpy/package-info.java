/** NumPy arrays (.npy) and archives of them (.npz). */
@NullMarked
package org.expomotif.io.numpy;

import org.jspecify.annotations.NullMarked;
