package org.expomotif.command.study;

import java.util.OptionalInt;
import org.expomotif.benchmark.AttributionStudy;
import org.expomotif.benchmark.paper.TrialPlan;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.synth.SynthSettings;
import org.expomotif.train.TrialFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The size of a benchmark, as a mixin. */
final class StudySizeOptions extends OptionMixin {
    private static final int ATTRIBUTION_SEQUENCES = 20_000;

    @Option(
            names = {"-n", "--number"},
            paramLabel = "N",
            description = "Number of sequences. Default: 20000; for Task 1, 30000.")
    private @Nullable Integer number;

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

    @Option(
            names = "--trials",
            paramLabel = "N",
            description =
                    "Trials of each network and activation. Default: 1; for paper, as many as docs/study.md lists.")
    private @Nullable Integer trials;

    StudySizeOptions() {}

    private void check() {
        within("--number", 1, SynthSettings.MAX_SEQUENCES, number == null ? 1 : number);
        atLeast("--limit", 1, limit);
        atLeast("--epochs", 1, epochs);
        within("--trials", 1, TrialFiles.MOST, trials == null ? 1 : trials);
    }

    /** The number of trials, at most {@link TrialFiles#MOST} and at least 1; empty for the default. */
    OptionalInt trials() {
        return trials == null ? OptionalInt.empty() : OptionalInt.of(Math.clamp(trials, 1, TrialFiles.MOST));
    }

    /** The size of the attribution study; rejects numbers out of range. */
    AttributionStudy.Size attribution() {
        check();
        int sequences = number == null ? ATTRIBUTION_SEQUENCES : number;
        return new AttributionStudy.Size(sequences, limit, epochs, trials().orElse(1));
    }

    /** The size of the whole study; rejects numbers out of range. */
    TrialPlan.Size paper() {
        check();
        return planned();
    }

    /** The size of the whole study, possibly out of range. */
    TrialPlan.Size planned() {
        return new TrialPlan.Size(number == null ? OptionalInt.empty() : OptionalInt.of(number), limit, epochs);
    }
}
