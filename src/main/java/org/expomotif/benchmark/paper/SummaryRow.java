package org.expomotif.benchmark.paper;

import org.expomotif.io.table.TsvColumn;

/**
 * A figure of a condition over its trials, beside the published one; NaN where there is none.
 *
 * @param maxEpochs maximum number of epochs
 * @param explained number of positives that are explained
 * @param trials number of trials with this figure
 * @param diverged number of trials whose training diverged
 * @param mean mean over trials
 * @param sd standard deviation (n) over trials; NaN for one trial
 * @param published published mean
 * @param publishedSd its standard deviation over trials
 * @param publishedLow lower end where a range is published
 * @param publishedHigh upper end where a range is published
 * @param difference mean minus the published one; see {@link Published#difference}
 * @param units the difference in units of the published spread; NaN where the spread is not known
 */
public record SummaryRow(
        int task,
        String network,
        String activation,
        String init,
        @TsvColumn("batch_norm") boolean batchNorm,
        double l2,
        int sequences,
        @TsvColumn("max_epochs") int maxEpochs,
        int explained,
        Figure figure,
        int trials,
        int diverged,
        @TsvColumn(digits = 4) double mean,
        @TsvColumn(digits = 3) double sd,
        @TsvColumn(digits = 4) double published,
        @TsvColumn(value = "published_sd", digits = 3) double publishedSd,
        @TsvColumn(value = "published_low", digits = 4) double publishedLow,
        @TsvColumn(value = "published_high", digits = 4) double publishedHigh,
        @TsvColumn(digits = 3) double difference,
        @TsvColumn(digits = 3) double units) {}
