package org.expomotif.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.expomotif.io.Inputs;
import org.expomotif.motif.Background;
import org.expomotif.motif.MotifFile;
import org.expomotif.motif.MotifSet;
import org.expomotif.network.FirstLayerKernel;
import org.expomotif.network.Model;
import org.expomotif.run.UserException;
import org.expomotif.scan.BackgroundChoice;
import org.expomotif.scan.BackgroundFile;
import org.expomotif.scan.ScanBackground;
import org.expomotif.scan.ScanMatrix;
import org.expomotif.scan.ScanSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is scanned for and what counts as a site, as a mixin. */
final class ScanSourceOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--motifs",
            paramLabel = "FILE",
            order = 1,
            description = "Motifs in MEME text, JASPAR or TRANSFAC; '-' for standard input.")
    private @Nullable String motifFile;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            order = 2,
            description = "A model instead of motifs: its first-layer filters (filter0, filter1, ...), batch "
                    + "normalisation folded in, are the matrices; the score is what goes into the activation.")
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
            description = "Greatest p-value of a site, above 0 and at most 1. Default: 1e-4, and 1 with --score.")
    private double threshold = ScanSettings.DEFAULT_THRESHOLD;

    @Option(names = "--score", paramLabel = "S", order = 4, description = "Least score of a site. Default: any.")
    private @Nullable Double leastScore;

    @Option(
            names = "--skip-masked",
            order = 5,
            description = "A window that holds a soft-masked base (lower case) is never a site.")
    private boolean skipMasked;

    @Option(names = "--no-revcomp", order = 5, description = "Only the strand as read.")
    private boolean noRevcomp;

    @Option(
            names = "--background",
            paramLabel = "WHICH",
            order = 6,
            defaultValue = BackgroundChoice.NRDB,
            description =
                    "Letter frequencies: nrdb (FIMO's default, and this one's), uniform, motif-file, sequences, or a "
                            + "background file in MEME's Markov format, of which order 0 is used.")
    private String background = BackgroundChoice.NRDB;

    @Option(
            names = "--motif-pseudo",
            paramLabel = "X",
            order = 7,
            defaultValue = "0.1",
            description = "Pseudocount added to a motif's counts. Default: 0.1.")
    private double pseudocount = ScanSettings.DEFAULT_PSEUDOCOUNT;

    private @Nullable MotifSet motifs;

    ScanSourceOptions() {}

    /** The input files, for the record of the run. */
    List<String> inputs() {
        return motifFile != null ? List.of(motifFile) : model != null ? List.of(model) : List.of();
    }

    /** Checks the options and reads the motifs and what the background is made from. */
    ScanSettings settings(String sequences) {
        if ((motifFile == null) == (model == null)) {
            throw fault("give either --motifs or --model");
        }
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--threshold");
        double greatest = leastScore != null && !given ? 1 : threshold;
        if (!(greatest > 0 && greatest <= 1)) {
            throw fault("--threshold: expected a p-value above 0 and at most 1, found " + greatest);
        }
        double least = leastScore == null ? Double.NEGATIVE_INFINITY : leastScore;
        if (Double.isNaN(least)) {
            throw fault("--score: expected a number, found " + least);
        }
        if (!(pseudocount >= 0) || Double.isInfinite(pseudocount)) {
            throw fault("--motif-pseudo: expected a number of at least 0, found " + pseudocount);
        }
        if (motifFile != null) {
            motifs = MotifFile.read(motifFile);
        }
        ScanBackground smoothed = ScanBackground.of(raw(sequences), !noRevcomp);
        return new ScanSettings(smoothed, !noRevcomp, greatest, pseudocount, least, skipMasked);
    }

    private Background raw(String sequences) {
        switch (background.toLowerCase(Locale.ROOT)) {
            case BackgroundChoice.NRDB -> {
                return ScanBackground.NRDB;
            }
            case BackgroundChoice.UNIFORM -> {
                return Background.UNIFORM;
            }
            case BackgroundChoice.MOTIF_FILE -> {
                if (motifs == null) {
                    throw fault("--background motif-file needs --motifs");
                }
                return BackgroundChoice.of(motifs);
            }
            case BackgroundChoice.SEQUENCES -> {
                if (sequences.equals(Inputs.STANDARD)) {
                    throw fault("--background sequences reads the sequences twice; give them as a file");
                }
                return BackgroundChoice.ofSequences(sequences);
            }
            default -> {
                return BackgroundFile.read(background);
            }
        }
    }

    /** The matrices with their thresholds, in the order of the file. */
    List<ScanMatrix> matrices(ScanSettings settings) {
        List<ScanMatrix> all = motifs != null
                ? motifs.motifs().parallelStream()
                        .map(motif -> ScanMatrix.ofMotif(motif, settings))
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
                throw new UserException("no motif is called " + id)
                        .in(inputs().getFirst())
                        .found("for example " + all.getFirst().id())
                        .remedy("give --motif an identifier of the file");
            }
        }
        return some;
    }

    private List<ScanMatrix> filters(ScanSettings settings) {
        FirstLayerKernel layer = Model.read(inputs().getFirst()).network().firstLayerKernel();
        return IntStream.range(0, layer.bias().length)
                .mapToObj(f -> ScanMatrix.ofScores("filter" + f, layer.kernel()[f], layer.bias()[f], settings))
                .toList();
    }

    private ParameterException fault(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
