package org.expomotif.command.explain;

import java.util.List;
import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.report.MatchFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --logos}, as a mixin: a page of motifs, with the logos of their matches if these are given. */
final class LogosOption extends OptionMixin {
    @Option(names = "--logos", paramLabel = "FILE", order = 40, description = "Also an HTML page with the logos.")
    private @Nullable String logos;

    @Option(
            names = "--matches",
            paramLabel = "FILE",
            order = 41,
            description = "Matches of the motifs, as tomtom-match writes them, for the page; needs --targets.")
    private @Nullable String matches;

    @Option(
            names = "--targets",
            paramLabel = "FILE",
            order = 42,
            description = "The database that the motifs were matched with, for the logos and for --verdict.")
    private @Nullable String targets;

    LogosOption() {}

    /** Adds the page to the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--logos", logos);
    }

    /**
     * Rejects an option without the one that it needs.
     *
     * @param verdict whether there are verdicts, for which targets alone are enough
     */
    void check(boolean verdict) {
        check(
                verdict ? matches == null || targets != null : (matches == null) == (targets == null),
                "--matches, --targets: expected both or neither");
        check(matches == null || logos != null, "--matches: expected --logos with it");
    }

    /** The page to write, if it was requested. */
    Optional<String> page() {
        return Optional.ofNullable(logos);
    }

    /** The file of the known motifs, if it was given. */
    Optional<String> targets() {
        return Optional.ofNullable(targets);
    }

    /** The files of the matches, if they were given. */
    Optional<MatchFiles> matches() {
        return matches == null || targets == null
                ? Optional.empty()
                : Optional.of(new MatchFiles(matches, List.of(targets)));
    }
}
