package org.expomotif.command.option;

import java.util.Locale;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.Samples;
import org.expomotif.dataset.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --split}, as a mixin: the labelled sequences to use. */
public final class SplitOption {
    /** The choices. */
    enum Choice {
        /** The sequences that the weights were trained on. */
        TRAIN,
        /** The sequences that controlled the training schedule. */
        VALID,
        /** The sequences that were not used in training. */
        TEST,
        /** All sequences. */
        ALL
    }

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            order = 10,
            description = "Which labelled sequences: train, valid, test or all. Default: test.")
    private @Nullable Choice choice;

    SplitOption() {}

    /** Whether the option was given. */
    public boolean given() {
        return choice != null;
    }

    /** The selected sequences; an error of the input when there are none. */
    public Samples of(LabelledSequences data) {
        return switch (choice == null ? Choice.TEST : choice) {
            case TRAIN -> data.require(Split.TRAIN);
            case VALID -> data.require(Split.VALID);
            case TEST -> data.require(Split.TEST);
            case ALL -> data.all();
        };
    }

    /** The selected split as written on the command line. */
    public String word() {
        return choice == null ? "test" : choice.name().toLowerCase(Locale.ROOT);
    }
}
