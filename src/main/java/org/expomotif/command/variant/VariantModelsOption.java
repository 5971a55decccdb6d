package org.expomotif.command.variant;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.command.option.ModelOption;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import picocli.CommandLine.Option;

/** The option {@code --model} of a command that runs several networks, as a mixin. */
final class VariantModelsOption extends OptionMixin {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            order = 3,
            description = "The model that train wrote. May be given several times, for models with the same classes and"
                    + " input length: the effects are their means, and the standard deviations are written, too.")
    private List<String> paths = List.of();

    VariantModelsOption() {}

    /** The paths as given. */
    List<String> paths() {
        return paths;
    }

    /**
     * Reads the models.
     *
     * @throws UserException when their classes or input lengths differ
     */
    List<Model> read(Progress progress) {
        ModelOption.noteKernels(progress);
        List<Model> models = new ArrayList<>();
        for (String path : paths) {
            Model model = Model.read(path);
            if (!models.isEmpty()) {
                requireSame("the classes", classes(models.getFirst()), classes(model), path);
                requireSame("the input length", length(models.getFirst()), length(model), path);
            }
            models.add(model);
        }
        return models;
    }

    private static String classes(Model model) {
        return String.join(", ", model.info().classes());
    }

    private static String length(Model model) {
        return model.network().spec().inputLength() + " bases";
    }

    private void requireSame(String what, String expected, String found, String path) {
        if (!expected.equals(found)) {
            throw new UserException(
                            what + (what.endsWith("s") ? " differ" : " differs") + " from that of " + paths.getFirst())
                    .in(path)
                    .expected(expected)
                    .found(found);
        }
    }
}
