package org.expomotif.command.learn;

import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OptionRange;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The network to train, as a mixin. */
final class NetworkOptions extends OptionMixin {
    private static final String DEFAULT_ACTIVATION = "exponential";
    private static final int MAX_WIDTH_FACTOR = 1000;

    @Option(
            names = "--network",
            paramLabel = "NAME|FILE",
            required = true,
            order = 10,
            description = "cnn-2, cnn-50, cnn-deep, cnn-local, cnn-dist, basset, residualbind, or a JSON file that"
                    + " describes a network.")
    private String network = "";

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            order = 11,
            description =
                    "First-layer activation: exponential, exponential:K, relu, sigmoid, tanh, softplus, linear, elu,"
                            + " log, log-relu, exp-relu, or shift-, scale-, shift-scale- before relu, sigmoid or tanh."
                            + " Default: exponential; for a network from a file, its own.")
    private @Nullable String activation;

    @Option(
            names = "--init",
            paramLabel = "NAME",
            defaultValue = "glorot-uniform",
            order = 12,
            description = "Initial kernels: glorot-, he- or lecun- with uniform or normal, or normal:SD."
                    + " Default: ${DEFAULT-VALUE}.")
    private String initialization = "glorot-uniform";

    @Option(
            names = "--init-from",
            paramLabel = "MODEL",
            order = 13,
            description = "Start from the weights of a model of the same network (fine-tuning). If the classes"
                    + " differ, the output layer is new.")
    private @Nullable String initialModel;

    @Option(
            names = "--width-factor",
            paramLabel = "N",
            order = 14,
            description =
                    "Multiply all numbers of filters and units of a named network. Default: 1, or 2 for cnn-2, cnn-50"
                            + " and cnn-deep on sequences of 1,000 bases.")
    private @Nullable Integer widthFactor;

    @Option(names = "--no-batch-norm", order = 15, description = "Use biases in place of batch normalisation.")
    private boolean noBatchNorm;

    @Option(names = "--no-dropout", order = 16, description = "Train without dropout.")
    private boolean noDropout;

    NetworkOptions() {}

    /** Rejects unknown names before any file is read. */
    void check() {
        OptionRange.network(command(), "--network", network);
        initialization();
        if (activation != null) {
            named("--activation", activation, Activation::named);
        }
        if (widthFactor != null) {
            within("--width-factor", 1, MAX_WIDTH_FACTOR, widthFactor);
            if (!Architectures.has(network)) {
                throw fault("--width-factor applies to a named network only, and " + network + " is a file");
            }
        }
    }

    /** The initialisation. */
    Initialization initialization() {
        return named("--init", initialization, Initialization::named);
    }

    /** The model whose weights the training starts from. */
    Optional<String> initialModel() {
        return Optional.ofNullable(initialModel);
    }

    /** The network for the given sequence length and number of classes. */
    NetworkSpec spec(int length, int classes) {
        NetworkSpec spec = Architectures.has(network) ? built(length, classes) : read(length, classes);
        spec = noBatchNorm ? spec.withoutBatchNorm() : spec;
        return noDropout ? spec.withoutDropout() : spec;
    }

    private NetworkSpec built(int length, int classes) {
        String name = activation == null ? DEFAULT_ACTIVATION : activation;
        Activation first = named("--activation", name, Activation::named);
        return widthFactor == null
                ? Architectures.named(network, length, first, classes)
                : Architectures.named(network, length, first, classes, widthFactor);
    }

    private NetworkSpec read(int length, int classes) {
        NetworkSpec spec = NetworkSpec.read(network, length, classes);
        return activation == null
                ? spec
                : spec.withFirstActivation(named("--activation", activation, Activation::named));
    }
}
