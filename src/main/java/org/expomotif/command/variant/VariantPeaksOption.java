package org.expomotif.command.variant;

import java.util.List;
import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.dataset.peak.PeakFile;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.network.Evaluator;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.variant.ReferencePredictions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --peaks}, regions whose predictions those of the alleles are compared with, as a mixin. */
final class VariantPeaksOption extends OptionMixin {
    @Option(
            names = "--peaks",
            paramLabel = "BED",
            order = 12,
            description =
                    "Regions of the genome, such as the peaks of the experiment, around their summits (narrowPeak)"
                            + " or middles. The share of them with a lower prediction than REF and ALT is written.")
    private @Nullable String peaks;

    VariantPeaksOption() {}

    /** The file of the regions. */
    Optional<String> file() {
        return Optional.ofNullable(peaks);
    }

    /**
     * Predicts the regions; empty if none were given.
     *
     * @param models networks with the same number of outputs and the same input length
     */
    Optional<ReferencePredictions> reference(List<Evaluator> models, IndexedSequences genome, Progress progress) {
        return file().map(file -> reference(file, models, genome, progress));
    }

    private static ReferencePredictions reference(
            String file, List<Evaluator> models, IndexedSequences genome, Progress progress) {
        List<Peak> regions = new PeakFile.Reader(WindowCentre.SUMMIT, Optional.empty(), false)
                .read(file, 0)
                .peaks();
        ReferencePredictions reference = ReferencePredictions.of(models, regions, genome);
        if (reference.count() == 0) {
            throw new UserException("no region has a whole window in the genome")
                    .in(file)
                    .expected("regions of the sequences of the genome")
                    .remedy("check that the names of the sequences are the same");
        }
        if (reference.leftOut() > 0) {
            progress.warn(file + ": " + reference.leftOut() + " of " + regions.size()
                    + " regions have no whole window in the genome and are left out");
        }
        return reference;
    }
}
