package org.expomotif.command.variant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.command.option.MotifInput;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.filter.FilterMatrices;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanBackground;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.variant.site.MotifScanner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The motifs whose sites on two alleles are compared, as a mixin. */
final class VariantSiteOptions extends OptionMixin {
    @Option(names = "--motifs", paramLabel = "FILE", order = 4, description = MotifInput.FORMATS)
    private @Nullable String motifs;

    @Option(
            names = "--filters",
            order = 5,
            description =
                    "Compare the sites of the first-layer filters of the first model, too (filter0, filter1, ...).")
    private boolean filters;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            defaultValue = "1e-4",
            order = 6,
            description = "Maximum p-value of a site of a motif or filter, as in scan. Default: ${DEFAULT-VALUE}.")
    private double threshold = ScanSettings.DEFAULT_THRESHOLD;

    VariantSiteOptions() {}

    /** Checks the options. */
    void check() {
        require("--threshold", threshold > 0 && threshold < 1, "a p-value above 0 and below 1", threshold);
    }

    /** The file of the motifs. */
    Optional<String> file() {
        return Optional.ofNullable(motifs);
    }

    /** Reads the motifs. */
    Optional<MotifScanner> motifs(Progress progress) {
        return file().map(file -> {
            MotifSet read = MotifFile.readFirstOfEachId(file, progress);
            if (!read.alphabet().hasTwoStrands()) {
                throw new UserException("the motifs are RNA")
                        .in(file)
                        .expected("motifs of DNA, which are searched on both strands")
                        .remedy("write T for U");
            }
            return new MotifScanner(MatrixSet.ofMotifs(read, allScores(), Map.of(), file), threshold);
        });
    }

    /** Reads the filters of a model. */
    Optional<MotifScanner> filters(List<String> models) {
        return filters
                ? Optional.of(new MotifScanner(FilterMatrices.read(models.getFirst(), allScores()), threshold))
                : Optional.empty();
    }

    /** The filters of models, whose sites have a p-value of at most the usual threshold, whatever the option says. */
    static List<MatrixSet> ofFilters(List<Model> models) {
        ScanSettings settings = ScanSettings.of(ScanBackground.NRDB, true, ScanSettings.DEFAULT_THRESHOLD);
        return models.stream().map(model -> FilterMatrices.of(model, settings)).toList();
    }

    private static ScanSettings allScores() {
        return ScanSettings.of(ScanBackground.NRDB, true, 1);
    }
}
