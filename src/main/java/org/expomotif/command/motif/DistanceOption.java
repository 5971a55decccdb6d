package org.expomotif.command.motif;

import org.expomotif.compare.score.ColumnDistance;
import picocli.CommandLine.Option;

/** {@code --distance}, as a mixin. */
final class DistanceOption {
    @Option(
            names = "--distance",
            paramLabel = "NAME",
            defaultValue = "ed",
            description = "Score of two columns: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ColumnDistance distance = ColumnDistance.ED;

    DistanceOption() {}

    /** The score of two columns. */
    ColumnDistance value() {
        return distance;
    }
}
