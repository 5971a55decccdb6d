package org.expomotif.command;

import picocli.CommandLine.Option;

/** {@code --output}, as a mixin, for commands that may write to standard output. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "-",
            order = 80,
            description = "Where the result goes; compressed when it ends in .gz. Default: standard output.")
    private String output = "-";

    OutputOption() {}

    /** Adds the file to those that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--output", output);
    }

    /** A path, or {@code -}. */
    String path() {
        return output;
    }
}
