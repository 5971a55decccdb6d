package org.expomotif.command.option;

import picocli.CommandLine.Option;

/** {@code --sequences}, as a mixin, for commands that run a model on unlabelled sequences. */
public final class SequencesOption {
    @Option(
            names = "--sequences",
            paramLabel = "FILE",
            required = true,
            order = 2,
            description = "Sequences of the model's length: FASTA or GenBank; '-' for standard input.")
    private String file = "";

    SequencesOption() {}

    /** The path as given. */
    public String file() {
        return file;
    }
}
