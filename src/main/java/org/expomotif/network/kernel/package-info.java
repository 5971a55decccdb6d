/**
 * The inner loops of the layers, each in a plain form and a vector form that give the same bits. For use inside
 * {@code network} only.
 */
@NullMarked
package org.expomotif.network.kernel;

import org.jspecify.annotations.NullMarked;
