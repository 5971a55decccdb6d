package org.expomotif.command.motif;

import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.scan.matrix.BackgroundFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How motifs are compared, as a mixin. */
final class ComparisonOptions extends OptionMixin {
    @Mixin
    private DistanceOption distance;

    @Option(
            names = "--incomplete-scores",
            description = "Ignore query columns outside the overlap, instead of counting their median score.")
    private boolean incomplete;

    @Option(
            names = "--min-overlap",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Minimum number of aligned columns; for a narrower motif, its width. Default: ${DEFAULT-VALUE}.")
    private int minOverlap;

    @Option(names = "--internal", description = "The shorter motif must lie within the longer one.")
    private boolean internal;

    @Option(names = "--no-revcomp", description = "Compare targets as they are, without their reverse complements.")
    private boolean noRevcomp;

    @Option(
            names = "--motif-pseudo",
            paramLabel = "X",
            defaultValue = "0.1",
            description = "Total pseudocount added to each column. Default: ${DEFAULT-VALUE}.")
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
            description = "Steps of the scale of column scores, 2 to 10000; Tomtom uses ${DEFAULT-VALUE}, which is the "
                    + "default.")
    private int bins;

    @Option(
            names = "--tomtom-scale",
            description = "Where column scores span more units than --bins, set all p-values to 1 as Tomtom does. "
                    + "Default: wider bins.")
    private boolean tomtomScale;

    @Option(
            names = "--exact",
            description =
                    "No bins: p-values from all sums of column scores in double precision. For small problems, such as motifs of 4 columns against 50 targets.")
    private boolean exact;

    ComparisonOptions() {}

    /**
     * How motifs are compared.
     *
     * @throws ParameterException when a number is out of range
     */
    TomtomOptions options() {
        atLeast("--min-overlap", 1, minOverlap);
        require(
                "--motif-pseudo",
                pseudocount >= 0 && pseudocount < Double.POSITIVE_INFINITY,
                "at least 0",
                pseudocount);
        refuseWithExact("--bins", bins != TomtomOptions.TOMTOM_BINS);
        refuseWithExact("--tomtom-scale", tomtomScale);
        require("--bins", bins >= 2 && bins <= TomtomOptions.MAX_BINS, "2 to " + TomtomOptions.MAX_BINS, bins);
        TomtomOptions options = TomtomOptions.DEFAULT
                .with(distance.value())
                .withComplete(!incomplete)
                .withBothStrands(!noRevcomp)
                .withAlignment(minOverlap, internal)
                .withPseudocount(pseudocount)
                .withScale(bins, tomtomScale)
                .withExact(exact);
        return background == null ? options : options.withBackground(BackgroundFile.read(background));
    }

    private void refuseWithExact(String option, boolean given) {
        if (exact && given) {
            throw fault("--exact, " + option + ": expected one of them");
        }
    }

    /** The file of the background, if it was given. */
    Optional<String> backgroundFile() {
        return Optional.ofNullable(background);
    }

    /** Distance and kind of scores in words. */
    @Override
    public String toString() {
        return distance.value() + (incomplete ? ", incomplete scores" : "") + (exact ? ", exact" : "");
    }
}
