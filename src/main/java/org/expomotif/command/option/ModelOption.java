package org.expomotif.command.option;

import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --model} of commands that run a network. */
public final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            order = 1,
            description = "The model that train wrote.")
    private String path = "";

    private @Nullable Model read;

    ModelOption() {}

    /** The path as given. */
    public String path() {
        return path;
    }

    /** Reads the model once, as the file may be a pipe; later calls return the same model. */
    public Model read(Progress progress) {
        Model model = read;
        if (model == null) {
            noteKernels(progress);
            model = Model.read(path);
            read = model;
        }
        return model;
    }

    /** Warns if the JVM lacks the vector module, which the inner loops of the network use. */
    public static void noteKernels(Progress progress) {
        if (!Network.vectorized()) {
            progress.warn(
                    "this JVM lacks the module jdk.incubator.vector: the results are the same, computed several times slower");
        }
    }
}
