package org.expomotif.network;

/**
 * DeepLIFT's multipliers of samples against references.
 *
 * @param values {@code n x references x inputLength x 4}; the sum of value x (sample - reference) is the difference of
 *     outputs
 * @param outputs the explained output of each sample
 * @param referenceOutputs the explained output of each reference, {@code n x references}
 */
public record Multipliers(float[] values, float[] outputs, float[] referenceOutputs) {}
