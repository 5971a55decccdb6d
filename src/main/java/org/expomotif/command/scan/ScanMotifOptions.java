package org.expomotif.command.scan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.expomotif.command.option.MotifInput;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.FirstLayerKernel;
import org.expomotif.network.model.Model;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.expomotif.scan.matrix.ScanBackground;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The motifs to scan for and the thresholds of a site, as a mixin. */
final class ScanMotifOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

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

    private @Nullable MotifSet motifs;
    private Map<String, Double> pseudocounts = Map.of();

    ScanMotifOptions() {}

    /** The input files, for the record of the run. */
    List<String> inputs() {
        return motifFile != null ? List.of(motifFile) : model != null ? List.of(model) : List.of();
    }

    /** Checks the options and reads the motifs and the background. */
    ScanSettings settings(ScanBackgroundOptions background, String sequences, Warnings warnings) {
        if ((motifFile == null) == (model == null)) {
            throw fault("give either --motifs or --model");
        }
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--threshold");
        double maximum = minimumScore != null && !given ? 1 : threshold;
        if (!(maximum > 0 && maximum <= 1)) {
            throw fault("--threshold: expected a p-value above 0 and at most 1, found " + maximum);
        }
        double minimum = minimumScore == null ? Double.NEGATIVE_INFINITY : minimumScore;
        if (Double.isNaN(minimum)) {
            throw fault("--score: expected a number, found " + minimum);
        }
        if (motifFile != null) {
            motifs = MotifFile.readDistinct(motifFile, warnings);
        }
        pseudocounts = background.pseudocounts();
        pseudocounts.forEach((id, x) -> requireMotif(id, "--motif-pseudo"));
        noRevcomp |= motifs != null && !motifs.alphabet().hasTwoStrands();
        ScanBackground smoothed = ScanBackground.of(background.raw(motifs, sequences), !noRevcomp);
        return new ScanSettings(smoothed, !noRevcomp, maximum, background.pseudocount(), minimum, skipMasked);
    }

    /** The matrices with their thresholds, in the order of the file. */
    List<ScanMatrix> matrices(ScanSettings settings) {
        List<ScanMatrix> all = motifs != null
                ? motifs.motifs().parallelStream()
                        .map(motif -> ScanMatrix.ofMotif(motif, settingsOf(motif.id(), settings)))
                        .toList()
                : filters(settings);
        if (chosen == null) {
            return all;
        }
        Set<String> ids = Set.copyOf(chosen);
        List<ScanMatrix> some =
                all.stream().filter(matrix -> ids.contains(matrix.id())).toList();
        for (String id : chosen) {
            if (some.stream().noneMatch(matrix -> matrix.id().equals(id))) {
                throw noMotif(id, "--motif", all.getFirst().id());
            }
        }
        return some;
    }

    private ScanSettings settingsOf(String id, ScanSettings settings) {
        Double own = pseudocounts.get(id);
        return own == null ? settings : settings.withPseudocount(own);
    }

    private void requireMotif(String id, String option) {
        if (motifs == null) {
            throw fault(option + " " + id + "=X needs --motifs");
        }
        if (motifs.motifs().stream().noneMatch(motif -> motif.id().equals(id))) {
            throw noMotif(id, option, motifs.motifs().getFirst().id());
        }
    }

    private UserException noMotif(String id, String option, String example) {
        return new UserException("no motif has the identifier " + id)
                .in(inputs().getFirst())
                .found("for example " + example)
                .remedy("give " + option + " an identifier of the file");
    }

    private List<ScanMatrix> filters(ScanSettings settings) {
        FirstLayerKernel layer = Model.read(inputs().getFirst()).network().firstLayerKernel();
        int width = layer.kernel()[0].length;
        if (width > MotifFile.WIDEST) {
            throw new UserException("the filters of the model are too wide to scan with")
                    .in(inputs().getFirst())
                    .expected("at most " + MotifFile.WIDEST + " positions")
                    .found(Integer.toString(width));
        }
        return IntStream.range(0, layer.bias().length)
                .mapToObj(f -> ScanMatrix.ofScores("filter" + f, layer.kernel()[f], layer.bias()[f], settings))
                .toList();
    }

    private ParameterException fault(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
