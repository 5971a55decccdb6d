package org.expomotif.network;

/**
 * Gradients of one output of a network with respect to its input.
 *
 * @param values {@code n x inputLength x 4}: the derivative with respect to every input value of each sample
 * @param outputs the explained output of each sample
 */
public record InputGradients(float[] values, float[] outputs) {}
