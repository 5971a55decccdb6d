package org.expomotif.command.scan;

import java.util.List;
import org.expomotif.command.option.MotifInput;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.enrich.Enrichment;
import org.expomotif.enrich.EnrichmentSettings;
import org.expomotif.enrich.SequenceSet;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.FirstLayerKernel;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The motifs or filters that are tested, as a mixin. */
final class EnrichMotifOptions extends OptionMixin {
    @Option(names = "--motifs", paramLabel = "FILE", order = 1, description = MotifInput.FORMATS)
    private @Nullable String motifs;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            order = 2,
            description = "A model instead of motifs: its first-layer filters (filter0, filter1, ...), batch"
                    + " normalisation folded in, are tested; the score is the input of the activation function.")
    private @Nullable String model;

    EnrichMotifOptions() {}

    /** Checks the options. */
    void check() {
        if ((motifs == null) == (model == null)) {
            throw fault("give either --motifs or --model");
        }
    }

    /** The file of the motifs or filters, as given. */
    String file() {
        return motifs != null ? motifs : String.valueOf(model);
    }

    /** Reads the motifs or filters and prepares the comparison. */
    Enrichment enrichment(
            SequenceSet positives, SequenceSet controls, EnrichmentSettings settings, int threads, Progress progress) {
        if (motifs == null) {
            FirstLayerKernel layer = Model.read(file()).network().firstLayerKernel();
            return Enrichment.ofFilters(layer, positives, controls, settings, threads);
        }
        MotifSet read = MotifFile.readFirstOfEachId(motifs, progress);
        if (!read.alphabet().hasTwoStrands()) {
            throw new UserException("the motifs are RNA")
                    .in(motifs)
                    .expected("motifs of DNA, which are searched on both strands")
                    .remedy("write T for U");
        }
        return Enrichment.ofMotifs(List.copyOf(read.motifs()), positives, controls, settings, threads);
    }
}
