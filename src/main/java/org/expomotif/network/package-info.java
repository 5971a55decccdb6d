/** Layers that own their maths, the architectures of the reference study, and the model file. */
@NullMarked
package org.expomotif.network;

import org.jspecify.annotations.NullMarked;
