/** Networks: evaluation, gradients and training. Layers, loops and descriptions are in the sub-packages. */
@NullMarked
package org.expomotif.network;

import org.jspecify.annotations.NullMarked;
