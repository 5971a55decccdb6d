package org.expomotif.attribution.file;

import org.expomotif.attribution.Attribution;
import org.expomotif.io.table.TsvColumn;

/**
 * A row of the table that compares the sum of the base scores of a sequence with the difference of outputs.
 *
 * @param id name of the sequence
 * @param output the network's output for the sequence
 * @param referenceOutput mean output for the references, NaN without references
 * @param sum sum of the base scores
 * @param gap sum - (output - reference output), NaN without references
 */
public record SumRow(
        String id,
        @TsvColumn(digits = 9) double output,
        @TsvColumn(value = "reference_output", digits = 9) double referenceOutput,
        @TsvColumn(digits = 9) double sum,
        double gap) {
    /** The row of an explanation. */
    public static SumRow of(Attribution explanation) {
        return new SumRow(
                explanation.sequence().name(),
                explanation.output(),
                explanation.referenceOutput(),
                explanation.sum(),
                explanation.gap());
    }
}
