package org.expomotif.command.motif;

import org.expomotif.command.option.OptionMixin;
import org.expomotif.compare.Cutoff;
import org.expomotif.io.table.CFormat;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The threshold of matches, as a mixin. */
final class CutoffOptions extends OptionMixin {
    @Option(
            names = "--threshold",
            paramLabel = "X",
            defaultValue = "0.5",
            description = "Maximum q-value of a match. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(names = "--evalue", description = "Apply the threshold to E-values.")
    private boolean evalue;

    @Option(names = "--pvalue", description = "Apply the threshold to p-values.")
    private boolean pvalue;

    CutoffOptions() {}

    /**
     * The threshold of the matches that are kept.
     *
     * @throws ParameterException when the threshold is out of range
     */
    Cutoff cutoff() {
        if (evalue && pvalue) {
            throw fault("--evalue, --pvalue: expected one of them");
        }
        require("--threshold", threshold > 0, "a number above 0", threshold);
        Cutoff.Measure measure = measure();
        require("--threshold", evalue || threshold <= 1, "a " + measure + "-value of at most 1", threshold);
        return new Cutoff(measure, threshold);
    }

    private Cutoff.Measure measure() {
        return evalue ? Cutoff.Measure.E : pvalue ? Cutoff.Measure.P : Cutoff.Measure.Q;
    }

    /** The threshold in words, such as {@code q of at most 0.1}. */
    @Override
    public String toString() {
        return (evalue ? "E" : measure()) + " of at most " + CFormat.g(threshold, 6);
    }
}
