package org.expomotif.command.study;

import org.expomotif.benchmark.AttributionStudy;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.synth.SynthSettings;
import picocli.CommandLine.Option;

/** The size of a benchmark, as a mixin. */
final class StudySizeOptions extends OptionMixin {
    @Option(
            names = {"-n", "--number"},
            paramLabel = "N",
            defaultValue = "20000",
            description = "Number of sequences. Default: ${DEFAULT-VALUE}.")
    private int number;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "500",
            description = "Number of positives of the test split to explain. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "100",
            description = "Maximum number of epochs of training. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    StudySizeOptions() {}

    /** The size of the study; rejects numbers out of range. */
    AttributionStudy.Size size(int trials) {
        within("--number", 1, SynthSettings.MAX_SEQUENCES, number);
        atLeast("--limit", 1, limit);
        atLeast("--epochs", 1, epochs);
        return new AttributionStudy.Size(number, limit, epochs, trials);
    }
}
