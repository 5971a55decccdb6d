/**
 * The tensors of a network and the inner loops over them, each in a plain form and a vector form that give the same
 * bits. For use inside {@code network} only.
 */
@NullMarked
package org.expomotif.network.kernel;

import org.jspecify.annotations.NullMarked;
