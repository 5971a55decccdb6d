package org.expomotif.command;

import java.util.Optional;
import org.expomotif.compare.ColumnDistance;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.TomtomOptions;
import org.expomotif.io.CFormat;
import org.expomotif.scan.BackgroundFile;
import org.jspecify.annotations.Nullable;
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
            names = "--incomplete-scores",
            description = "Leave query columns outside the overlap out, instead of counting their median score.")
    private boolean incomplete;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            defaultValue = "0.5",
            description = "Greatest q-value of a match. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(names = "--evalue", description = "The threshold is one of E-values.")
    private boolean evalue;

    @Option(names = "--pvalue", description = "The threshold is one of p-values.")
    private boolean pvalue;

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
            names = "--motif-pseudo",
            paramLabel = "X",
            defaultValue = "0.1",
            description = "Added to each column in all. Default: ${DEFAULT-VALUE}.")
    private double pseudocount;

    @Option(
            names = "--background",
            paramLabel = "FILE",
            description = "Letter frequencies in MEME's Markov format. Default: those of the query file, else uniform.")
    private @Nullable String background;

    @Option(
            names = "--bins",
            paramLabel = "N",
            defaultValue = "100",
            description = "Steps of the scale of column scores, 2 to 10000; Tomtom has ${DEFAULT-VALUE}, which is the "
                    + "default.")
    private int bins;

    @Option(
            names = "--tomtom-scale",
            description =
                    "Where column scores spread over more units than --bins, let all p-values be 1 as Tomtom does. "
                            + "Default: wider bins.")
    private boolean tomtomScale;

    @Option(
            names = "--exact",
            description = "No bins: p-values from all sums of column scores in double precision. For small problems, "
                    + "such as motifs of 4 columns against 50.")
    private boolean exact;

    ComparisonOptions() {}

    /**
     * How motifs are compared.
     *
     * @throws ParameterException when a number has no meaning
     */
    TomtomOptions options() {
        OptionRange.atLeast(spec, "--min-overlap", 1, minOverlap);
        OptionRange.require(
                spec,
                "--motif-pseudo",
                pseudocount >= 0 && pseudocount < Double.POSITIVE_INFINITY,
                "at least 0",
                pseudocount);
        if (exact && bins != TomtomOptions.TOMTOM_BINS) {
            throw new ParameterException(spec.commandLine(), "--exact, --bins: expected one of them");
        }
        OptionRange.require(
                spec, "--bins", bins >= 2 && bins <= TomtomOptions.MOST_BINS, "2 to " + TomtomOptions.MOST_BINS, bins);
        return new TomtomOptions(
                distance,
                !incomplete,
                !noRevcomp,
                minOverlap,
                internal,
                pseudocount,
                Optional.ofNullable(background).map(BackgroundFile::read),
                bins,
                tomtomScale,
                exact);
    }

    /**
     * Which matches are kept.
     *
     * @throws ParameterException when the threshold has no meaning
     */
    Cutoff cutoff() {
        if (evalue && pvalue) {
            throw new ParameterException(spec.commandLine(), "--evalue, --pvalue: expected one of them");
        }
        OptionRange.require(spec, "--threshold", threshold > 0, "a number above 0", threshold);
        Cutoff.Measure measure = measure();
        OptionRange.require(
                spec, "--threshold", evalue || threshold <= 1, "a " + measure + "-value of at most 1", threshold);
        return new Cutoff(measure, threshold);
    }

    private Cutoff.Measure measure() {
        return evalue ? Cutoff.Measure.E : pvalue ? Cutoff.Measure.P : Cutoff.Measure.Q;
    }

    /** The file of the background, where there is one. */
    Optional<String> backgroundFile() {
        return Optional.ofNullable(background);
    }

    /** Distance and threshold as a person would say them. */
    @Override
    public String toString() {
        return distance + (incomplete ? ", incomplete scores, " : ", ") + (exact ? "exact, " : "")
                + (evalue ? "E" : measure()) + " of at most " + CFormat.g(threshold, 6);
    }
}
