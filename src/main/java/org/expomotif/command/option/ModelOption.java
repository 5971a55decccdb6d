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

    /** The file as the user wrote it. */
    public String path() {
        return path;
    }

    /** Reads the model; a second call has the same, as the file may be a pipe. */
    public Model read(Progress progress) {
        Model model = read;
        if (model == null) {
            noteKernels(progress);
            model = Model.read(path);
            read = model;
        }
        return model;
    }

    /** Says so when the network's inner loops have to do without the processor's vectors. */
    public static void noteKernels(Progress progress) {
        if (!Network.vectorized()) {
            progress.warn(
                    "this JVM lacks the module jdk.incubator.vector: the results are the same, computed several times slower");
        }
    }
}
