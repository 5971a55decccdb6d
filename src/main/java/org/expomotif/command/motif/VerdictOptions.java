package org.expomotif.command.motif;

import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The planted motifs and the tables of verdicts, as a mixin. */
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

    @Option(
            names = "--verdict",
            paramLabel = "FILE",
            description = "Table of a verdict on the best match of each query, and its reason: whether shuffles of the"
                    + " query match as well, and what the overlap covers.")
    private @Nullable String verdict;

    @Mixin
    private SeedOption seed;

    VerdictOptions() {}

    /** Adds the tables of verdicts to the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--summary", summary);
        plan.add("--verdict", verdict);
    }

    /** Rejects an option without the one that it needs. */
    void check() {
        check(summary == null || truth != null, "--summary: expected --truth with it");
    }

    /** The file of the planted motifs, if it was given. */
    Optional<String> truth() {
        return Optional.ofNullable(truth);
    }

    /** The table of matches with planted motifs, if it was requested. */
    Optional<String> summary() {
        return Optional.ofNullable(summary);
    }

    /** The table of verdicts on the best matches, if it was requested. */
    Optional<String> verdict() {
        return Optional.ofNullable(verdict);
    }

    /** The seed of the shuffles. */
    long seed() {
        return seed.value();
    }
}
