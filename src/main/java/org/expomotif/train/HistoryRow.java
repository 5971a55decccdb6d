package org.expomotif.train;

import org.expomotif.io.table.TsvColumn;

/**
 * One epoch of one trial: a row of {@code model.history.tsv}.
 *
 * @param trial the trial, counted from 1
 * @param epoch the epoch, counted from 1
 * @param learningRate the learning rate of this epoch
 * @param trainLoss mean loss over the epoch's batches, in training mode (dropout, batch statistics)
 * @param validLoss binary cross-entropy on the validation sequences
 * @param validAuroc mean AUROC on the validation sequences
 * @param validAupr mean AUPR, as average precision, on the validation sequences
 */
public record HistoryRow(
        int trial,
        int epoch,
        @TsvColumn("learning_rate") double learningRate,
        @TsvColumn("train_loss") double trainLoss,
        @TsvColumn("valid_loss") double validLoss,
        @TsvColumn("valid_auroc") double validAuroc,
        @TsvColumn("valid_aupr") double validAupr) {

    /** The value of the metric that controls the schedule; higher is better. */
    double figure(Metric metric) {
        return switch (metric) {
            case AUPR -> validAupr;
            case AUROC -> validAuroc;
            case LOSS -> -validLoss;
        };
    }
}
