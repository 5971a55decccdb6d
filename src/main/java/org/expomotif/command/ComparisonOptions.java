package org.expomotif.command;

import java.util.Optional;
import org.expomotif.compare.ColumnDistance;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.TomtomOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How motifs are compared and which matches are kept, as a mixin. */
final class ComparisonOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--distance",
            paramLabel = "NAME",
            defaultValue = "ed",
            description = "Score of two columns: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ColumnDistance distance = ColumnDistance.ED;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            defaultValue = "0.5",
            description = "Greatest q-value of a match. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(names = "--evalue", description = "The threshold is one of E-values.")
    private boolean evalue;

    @Option(
            names = "--min-overlap",
            paramLabel = "N",
            defaultValue = "1",
            description = "Columns to be aligned, fewer where a motif is narrower. Default: ${DEFAULT-VALUE}.")
    private int minOverlap;

    @Option(names = "--internal", description = "The shorter motif must lie within the longer.")
    private boolean internal;

    @Option(names = "--no-revcomp", description = "Targets as they are, not reverse complemented too.")
    private boolean noRevcomp;

    @Option(
            names = "--pseudocount",
            paramLabel = "X",
            defaultValue = "0.1",
            description = "Added to each column in all. Default: ${DEFAULT-VALUE}.")
    private double pseudocount;

    ComparisonOptions() {}

    /**
     * How motifs are compared.
     *
     * @throws ParameterException when a number has no meaning
     */
    TomtomOptions options() {
        refuseWhen(minOverlap < 1, "--min-overlap: expected at least 1, found " + minOverlap);
        refuseWhen(
                !(pseudocount >= 0 && pseudocount < Double.POSITIVE_INFINITY),
                "--pseudocount: expected at least 0, found " + pseudocount);
        return new TomtomOptions(distance, !noRevcomp, minOverlap, internal, pseudocount, Optional.empty());
    }

    /**
     * Which matches are kept.
     *
     * @throws ParameterException when the threshold has no meaning
     */
    Cutoff cutoff() {
        refuseWhen(!(threshold > 0), "--threshold: expected a number above 0, found " + threshold);
        refuseWhen(!evalue && threshold > 1, "--threshold: expected a q-value of at most 1, found " + threshold);
        return new Cutoff(evalue, threshold);
    }

    /** Distance and threshold as a person would say them. */
    @Override
    public String toString() {
        return distance + ", " + (evalue ? "E" : "q") + " of at most " + threshold;
    }

    private void refuseWhen(boolean wrong, String message) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
