package org.expomotif.network;

import java.util.Arrays;

/**
 * DeepLIFT's multipliers of samples against references.
 *
 * @param values {@code n x references x inputLength x 4}; the sum of value x (sample - reference) is the difference of
 *     outputs
 * @param outputs the explained output of each sample
 * @param referenceOutputs the explained output of each reference, {@code n x references}
 */
public record Multipliers(float[] values, float[] outputs, float[] referenceOutputs) {
    /** A copy of the multipliers of one sample, with {@code n} equal to 1. */
    public Multipliers of(int sample) {
        int references = referenceOutputs.length / outputs.length;
        int size = values.length / outputs.length;
        return new Multipliers(
                Arrays.copyOfRange(values, sample * size, (sample + 1) * size),
                new float[] {outputs[sample]},
                Arrays.copyOfRange(referenceOutputs, sample * references, (sample + 1) * references));
    }
}
