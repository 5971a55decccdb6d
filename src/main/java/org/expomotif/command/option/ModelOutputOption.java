package org.expomotif.command.option;

import org.expomotif.io.Outputs;
import picocli.CommandLine.Option;

/** {@code --output}, as a mixin, for commands that make a model. */
public final class ModelOutputOption extends OptionMixin {
    private static final String NAME = "--output";

    @Option(
            names = {"-o", NAME},
            paramLabel = "MODEL.zip",
            required = true,
            order = 80,
            description = "The model file.")
    private String output = "";

    ModelOutputOption() {}

    /** Adds a file that is written for the model. */
    public void plan(OutputPlan plan, String file) {
        plan.add(NAME, output, file);
    }

    /** The path as given. */
    public String path() {
        return output;
    }

    /** Rejects standard output. */
    public void check() {
        check(!Outputs.isStandard(output), NAME + ": a model is written to a file, not to '-'");
    }
}
