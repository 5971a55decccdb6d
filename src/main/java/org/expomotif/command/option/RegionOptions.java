package org.expomotif.command.option;

import java.util.Optional;
import org.expomotif.io.track.OutsideRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The treatment of regions that cannot be used, as a mixin. */
public final class RegionOptions extends OptionMixin {
    @Option(
            names = "--skip-outside",
            order = 12,
            description =
                    "Leave out regions that extend beyond the end of their sequence. Default: an error that counts"
                            + " them.")
    private boolean skipOutside;

    @Option(
            names = "--dropped",
            paramLabel = "FILE.tsv",
            order = 13,
            description =
                    "Write a table of the regions that were left out, also for a missing sequence, with file, line"
                            + " and reason.")
    private @Nullable String dropped;

    RegionOptions() {}

    /** Rejects these options without regions. */
    public void check(@Nullable String regions) {
        if (regions == null && (skipOutside || dropped != null)) {
            throw fault((skipOutside ? "--skip-outside" : "--dropped") + " needs --regions");
        }
    }

    /** The treatment of regions that extend beyond the end of their sequence. */
    public OutsideRule rule() {
        return skipOutside ? OutsideRule.SKIP : OutsideRule.REFUSE;
    }

    /** The table of the dropped regions, if it was requested. */
    public Optional<String> dropped() {
        return Optional.ofNullable(dropped);
    }

    /** Adds the table to the files that will be written. */
    public void plan(OutputPlan plan) {
        plan.add("--dropped", dropped);
    }
}
