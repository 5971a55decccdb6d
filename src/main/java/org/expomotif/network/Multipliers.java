package org.expomotif.network;

import java.util.Arrays;

/**
 * DeepLIFT's multipliers of samples against references.
 *
 * @param values {@code n x references x inputLength x 4}: times (sample - reference) they add up to the difference of
 *     outputs
 * @param outputs the explained output of each sample
 * @param referenceOutputs that of its references, {@code n x references}
 */
public record Multipliers(float[] values, float[] outputs, float[] referenceOutputs) {
    /** Those of one sample: copies, {@code n} being 1. */
    public Multipliers of(int sample) {
        int references = referenceOutputs.length / outputs.length;
        int size = values.length / outputs.length;
        return new Multipliers(
                Arrays.copyOfRange(values, sample * size, (sample + 1) * size),
                new float[] {outputs[sample]},
                Arrays.copyOfRange(referenceOutputs, sample * references, (sample + 1) * references));
    }
}
