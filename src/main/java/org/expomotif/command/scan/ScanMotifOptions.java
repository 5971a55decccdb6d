package org.expomotif.command.scan;

import java.util.List;
import java.util.Optional;
import org.expomotif.command.option.MotifInput;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Background;
import org.expomotif.scan.matrix.ScanSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The motifs to scan for and the thresholds of a site, as a mixin. */
final class ScanMotifOptions extends OptionMixin {
    @Option(names = "--motifs", paramLabel = "FILE", order = 1, description = MotifInput.FORMATS)
    private @Nullable String motifFile;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            order = 2,
            description = "A model instead of motifs: its first-layer filters (filter0, filter1, ...), batch "
                    + "normalisation folded in, are the matrices; the score is the input of the activation function.")
    private @Nullable String model;

    @Option(
            names = "--motif",
            paramLabel = "ID",
            order = 3,
            description = "Only this motif; may be given several times.")
    private @Nullable List<String> chosen;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            order = 4,
            defaultValue = "1e-4",
            description = "Maximum p-value of a site, above 0 and at most 1. Default: 1e-4, and 1 with --score.")
    private double threshold = ScanSettings.DEFAULT_THRESHOLD;

    @Option(names = "--score", paramLabel = "S", order = 4, description = "Minimum score of a site. Default: any.")
    private @Nullable Double minimumScore;

    @Option(
            names = "--skip-masked",
            order = 5,
            description = "A window that holds a soft-masked base (lower case) is never a site.")
    private boolean skipMasked;

    @Option(
            names = "--no-revcomp",
            order = 5,
            description = "Only the strand as read. RNA motifs are always searched on this strand alone.")
    private boolean noRevcomp;

    ScanMotifOptions() {}

    /** Checks the options. */
    void check() {
        check((motifFile == null) != (model == null), "give either --motifs or --model");
        double maximum = maximumPValue();
        check(maximum > 0 && maximum <= 1, "--threshold: expected a p-value above 0 and at most 1, found " + maximum);
        check(minimumScore == null || !Double.isNaN(minimumScore), "--score: expected a number, found " + minimumScore);
    }

    private double maximumPValue() {
        boolean given = command().commandLine().getParseResult().hasMatchedOption("--threshold");
        return minimumScore != null && !given ? 1 : threshold;
    }

    /** The file of the motifs; empty when the filters of a model are scanned with. */
    Optional<String> motifs() {
        return Optional.ofNullable(motifFile);
    }

    /** The file of the motifs or of the model. */
    String file() {
        return motifs().orElseGet(() -> String.valueOf(model));
    }

    /** Adapts the options to the alphabet of the motifs: RNA is searched on one strand. */
    void adapt(Alphabet alphabet) {
        noRevcomp |= !alphabet.hasTwoStrands();
    }

    /** The criteria of a site. */
    ScanSettings settings(Background frequencies, double pseudocount) {
        ScanSettings settings = ScanSettings.of(frequencies, !noRevcomp, maximumPValue())
                .withPseudocount(pseudocount)
                .withMinimumScore(minimumScore == null ? Double.NEGATIVE_INFINITY : minimumScore);
        return skipMasked ? settings.withoutMasked() : settings;
    }

    /** The identifiers of the motifs to scan with; empty for all. */
    Optional<List<String>> chosen() {
        return Optional.ofNullable(chosen);
    }
}
