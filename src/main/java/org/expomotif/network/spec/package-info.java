/** Descriptions of networks: layers, activations, initializations, and the architectures of the reference study. */
@NullMarked
package org.expomotif.network.spec;

import org.jspecify.annotations.NullMarked;
