package org.expomotif.command;

import org.expomotif.network.Model;
import org.expomotif.network.Network;
import org.expomotif.run.Progress;
import picocli.CommandLine.Option;

/** The option {@code --model} of commands that run a network. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            order = 1,
            description = "The model that train wrote.")
    private String path = "";

    ModelOption() {}

    /** The file as the user wrote it. */
    String path() {
        return path;
    }

    /** Reads the model. */
    Model read(Progress progress) {
        noteKernels(progress);
        return Model.read(path);
    }

    /** Says so when the network's inner loops have to do without the processor's vectors. */
    static void noteKernels(Progress progress) {
        if (!Network.vectorized()) {
            progress.warn(
                    "this JVM lacks the module jdk.incubator.vector: the results are the same, computed several times slower");
        }
    }
}
