package org.expomotif.command.option;

import picocli.CommandLine.Option;

/** {@code --output}, as a mixin, for commands that may write to standard output. */
public final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "-",
            order = 80,
            description = "Output file; compressed if the name ends in .gz. Default: standard output.")
    private String output = "-";

    public OutputOption() {}

    /** Adds the file to those that will be written. */
    public void plan(OutputPlan plan) {
        plan.add("--output", output);
    }

    /** A path, or {@code -}. */
    public String path() {
        return output;
    }
}
