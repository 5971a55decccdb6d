package org.expomotif.network;

/**
 * InputGradients of one output of a network.
 *
 * @param values {@code n x inputLength x 4}: the derivative with respect to every input value of each sample
 * @param outputs the explained output of each sample
 */
public record InputGradients(float[] values, float[] outputs) {}
