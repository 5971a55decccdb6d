package org.expomotif.command.option;

import org.expomotif.dataset.LabelledSequences;
import org.expomotif.run.RunRecord;
import org.expomotif.run.Warnings;
import picocli.CommandLine.Option;

/** {@code --sequences} and {@code --labels}, as a mixin, for commands that need both. */
public final class LabelledOptions {
    @Option(
            names = "--sequences",
            paramLabel = "FILE",
            required = true,
            order = 2,
            description = "Sequences of one length: FASTA or GenBank; '-' for standard input.")
    private String sequences = "";

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            required = true,
            order = 3,
            description = "TSV with id, split (train, valid, test) and one column per class: 0, 1 or NA.")
    private String labels = "";

    LabelledOptions() {}

    /** Reads both. */
    public LabelledSequences read(Warnings warnings) {
        return LabelledSequences.read(sequences, labels, warnings);
    }

    /** The record of a run on the sequences and labels. */
    public RunRecord record(StandardOptions standard) {
        return standard.record(sequences, labels);
    }

    /** The record of a run of a model on the sequences and labels. */
    public RunRecord record(StandardOptions standard, String model) {
        return standard.record(model, sequences, labels);
    }
}
