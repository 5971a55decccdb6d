/**
 * Layers. Each implements its forward pass, its backward pass and DeepLIFT's rescale rule. For use inside
 * {@code network} only, except for {@code Parameter}.
 */
@NullMarked
package org.expomotif.network.layer;

import org.jspecify.annotations.NullMarked;
