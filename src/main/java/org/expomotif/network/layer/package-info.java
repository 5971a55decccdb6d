/**
 * Layers that own their mathematics: forward, backward and the rescale rule of DeepLIFT. For use inside {@code network}
 * only, but for {@code Parameter}.
 */
@NullMarked
package org.expomotif.network.layer;

import org.jspecify.annotations.NullMarked;
