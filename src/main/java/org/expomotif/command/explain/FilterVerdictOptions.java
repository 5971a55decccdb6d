package org.expomotif.command.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifAlphabets;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.model.Model;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --verdict} of filters, with the models of further trials, as a mixin. */
final class FilterVerdictOptions extends OptionMixin {
    @Option(
            names = "--verdict",
            paramLabel = "FILE",
            order = 31,
            description = "Also a table of what each filter has learned, with the reason: against untrained filters,"
                    + " against the known motifs of --targets, and in the trials of --trial-models.")
    private @Nullable String verdict;

    @Option(
            names = "--trial-models",
            paramLabel = "FILE",
            arity = "1..*",
            order = 32,
            description = "Models of further trials, to count those with a filter that matches; needs --verdict.")
    private List<String> trialModels = List.of();

    @Mixin
    private SeedOption seed;

    FilterVerdictOptions() {}

    /** Adds the table to the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--verdict", verdict);
    }

    /** Rejects an option without the one that it needs. */
    void check() {
        check(trialModels.isEmpty() || verdict != null, "--trial-models: expected --verdict with it");
    }

    /** The table to write, if it was requested. */
    Optional<String> file() {
        return Optional.ofNullable(verdict);
    }

    /** The files of the further trials. */
    List<String> trialModels() {
        return trialModels;
    }

    /** The seed of untrained networks and shuffles. */
    long seed() {
        return seed.value();
    }

    /**
     * Reads the models of the further trials.
     *
     * @throws UserException when a file is not a model, or has another input length
     */
    List<Model> trials(int inputLength) {
        List<Model> models = new ArrayList<>();
        for (String file : trialModels) {
            Model model = Model.read(file);
            if (model.info().inputLength() != inputLength) {
                throw new UserException("the input length of a further trial differs from that of the model")
                        .in(file)
                        .expected(String.valueOf(inputLength))
                        .found(String.valueOf(model.info().inputLength()));
            }
            models.add(model);
        }
        return models;
    }

    /** Reads the known motifs. */
    static MotifSet targets(String file, String model, MotifSet filters, Warnings warnings) {
        MotifSet targets = MotifFile.readFirstOfEachId(file, warnings);
        MotifAlphabets.requireSame(model, filters, file, targets);
        return targets;
    }
}
