package org.expomotif.command.explain;

import org.expomotif.command.option.OptionMixin;
import org.expomotif.filter.FilterMotifs;
import picocli.CommandLine.Option;

/** How activations become motifs, as a mixin; the defaults are those of the reference study. */
final class WindowOptions extends OptionMixin {
    @Option(
            names = "--threshold",
            paramLabel = "X",
            defaultValue = "0.5",
            order = 20,
            description = "Fraction of the filter's maximum above which a position counts. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "20",
            order = 21,
            description =
                    "Bases in a window, half of them to the left of the kernel's centre. Default: ${DEFAULT-VALUE}.")
    private int window;

    @Option(names = "--no-clip", order = 22, description = "Write whole windows, including uninformative ends.")
    private boolean whole;

    WindowOptions() {}

    /** Rejects numbers out of range before any file is read. */
    void check() {
        atLeast("--window", 1, window);
        boolean fraction = threshold >= 0 && threshold < 1;
        require("--threshold", fraction, "at least 0 and below 1", threshold);
    }

    /** The settings for sequences of the given length. */
    FilterMotifs.Settings settings(int length) {
        if (window > length) {
            throw fault("--window: expected at most the " + length + " bases of a sequence, found " + window);
        }
        return new FilterMotifs.Settings(threshold, window, !whole);
    }
}
