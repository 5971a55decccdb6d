package org.expomotif.benchmark.paper;

import java.util.Locale;
import org.expomotif.io.table.CFormat;

/**
 * What identifies a trial: everything that its figures depend on.
 *
 * @param condition what is trained
 * @param sizes sizes of the data and of the training
 * @param seed seed of the initial weights, the order of the batches, and dropout
 */
public record TrialKey(Condition condition, Sizes sizes, long seed) {
    /**
     * Sizes of the data and of the training.
     *
     * @param sequences number of sequences
     * @param dataSeed seed of the sequences
     * @param epochs maximum number of epochs
     * @param explained number of positives of the test split that are explained; 0 for a task without attributions
     */
    public record Sizes(int sequences, long dataSeed, int epochs, int explained) {}

    /** The folder of the data, relative to the folder of the run. */
    String dataFolder() {
        return String.format(
                Locale.ROOT, "data/task%d.n%d.seed%d", condition.task().number(), sizes.sequences(), sizes.dataSeed());
    }

    /** The model file, relative to the folder of the run. */
    String modelFile() {
        return String.format(
                        Locale.ROOT,
                        "models/task%d.n%d.%d.%s.%s.%s",
                        condition.task().number(),
                        sizes.sequences(),
                        sizes.dataSeed(),
                        condition.network(),
                        condition.activation().replace(':', '_'),
                        condition.init().replace(':', '_'))
                + (condition.batchNorm() ? "" : ".no-batch-norm")
                + (condition.l2() == Condition.L2 ? "" : ".l2_" + CFormat.g(condition.l2(), 6))
                + ".epochs" + sizes.epochs() + "." + seed + ".zip";
    }

    /** The trial in words. */
    @Override
    public String toString() {
        return condition + ", seed " + seed;
    }
}
