/**
 * Convolutional networks: layers with their forward and backward passes, the architectures of the reference study,
 * training, evaluation and the model file.
 */
@NullMarked
package org.expomotif.network;

import org.jspecify.annotations.NullMarked;
