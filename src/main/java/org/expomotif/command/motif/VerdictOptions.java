package org.expomotif.command.motif;

import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The planted motifs and the table of verdicts, as a mixin. */
final class VerdictOptions extends OptionMixin {
    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Motifs that were planted; reports the fraction of the queries that match one of them.")
    private @Nullable String truth;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Table of the planted motif that each query matches, and a verdict; needs --truth.")
    private @Nullable String summary;

    @Mixin
    private SeedOption seed;

    VerdictOptions() {}

    /** Adds the table of verdicts to the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--summary", summary);
    }

    /** Rejects an option without the one that it needs. */
    void check() {
        check(summary == null || truth != null, "--summary: expected --truth with it");
    }

    /** The file of the planted motifs, if it was given. */
    Optional<String> truth() {
        return Optional.ofNullable(truth);
    }

    /** The table of verdicts, if it was requested. */
    Optional<String> summary() {
        return Optional.ofNullable(summary);
    }

    /** The seed of the shuffles. */
    long seed() {
        return seed.value();
    }
}
