package org.expomotif.command.option;

import java.util.Locale;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.Samples;
import org.expomotif.dataset.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --split}, as a mixin: which of the labelled sequences are meant. */
public final class SplitOption {
    /** The choices. */
    enum Choice {
        /** Those the weights were learned from. */
        TRAIN,
        /** Those that steered the training. */
        VALID,
        /** Those the training never saw. */
        TEST,
        /** Every one. */
        ALL
    }

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            order = 10,
            description = "Which labelled sequences: train, valid, test or all. Default: test.")
    private @Nullable Choice choice;

    SplitOption() {}

    /** Whether the user chose. */
    public boolean given() {
        return choice != null;
    }

    /** The chosen sequences; it is the user's fault when there are none. */
    public Samples of(LabelledSequences data) {
        return switch (choice == null ? Choice.TEST : choice) {
            case TRAIN -> data.require(Split.TRAIN);
            case VALID -> data.require(Split.VALID);
            case TEST -> data.require(Split.TEST);
            case ALL -> data.all();
        };
    }

    /** The chosen word. */
    public String word() {
        return choice == null ? "test" : choice.name().toLowerCase(Locale.ROOT);
    }
}
