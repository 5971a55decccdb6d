package org.expomotif.testing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;

/** Models for tests: one whose answers are known by hand, and others with random weights. */
public final class TinyModel {
    private static final Activation RELU = Activation.named("relu");

    private TinyModel() {}

    /**
     * A network that counts a base. Its logit is {@code bias + weight * n} for a sequence that contains the base n
     * times, and its probability the sigmoid of that. The gradient of the logit with respect to the channel of the base
     * is the weight where the base occurs and 0 elsewhere; that with respect to the other channels is 0.
     *
     * @param length input length in bases
     */
    public static Model counting(char base, int length, float weight, float bias) {
        LayerSpec detector = new LayerSpec.Convolution(1, 1, LayerSpec.Padding.SAME, false, RELU, 0);
        NetworkSpec spec = new NetworkSpec("counting", length, 1, List.of(detector));
        Network network = Network.empty(spec);
        values(network, "conv1/kernel")["ACGT".indexOf(base)] = 1;
        Arrays.fill(values(network, "output/kernel"), weight);
        values(network, "output/bias")[0] = bias;
        network.weightsChanged();
        return model(network, "count");
    }

    /** The values of a parameter, which may be changed; {@link Network#weightsChanged()} must be called after that. */
    public static float[] values(Network network, String parameter) {
        return Objects.requireNonNull(network.parameters().get(parameter), parameter)
                .values();
    }

    /** A network of two filters for eight bases, with random weights. */
    public static Model ofEightBases(String... classes) {
        NetworkSpec spec = new NetworkSpec(
                "tiny",
                8,
                classes.length,
                List.of(
                        new LayerSpec.Convolution(2, 3, LayerSpec.Padding.SAME, true, RELU, 0),
                        new LayerSpec.MaxPool(4, LayerSpec.Padding.VALID)));
        return random(spec, 1, classes);
    }

    /** An architecture of the program for 200 bases, with random weights. */
    public static Model untrained(String architecture, String activation, long seed, String... classes) {
        return random(
                Architectures.named(architecture, 200, Activation.named(activation), classes.length), seed, classes);
    }

    /** A network with random weights. */
    public static Model random(NetworkSpec spec, long seed, String... classes) {
        return model(Network.create(spec, Initialization.named("glorot-uniform"), seed), classes);
    }

    /** A network with its weights as a model of these classes. */
    public static Model model(Network network, String... classes) {
        return new Model(network, ModelInfo.of(network.spec(), List.of(classes), Map.of(), Map.of(), 1, "test"));
    }

    /** Writes a model and returns the path of the file. */
    public static Path write(Model model, Path file) {
        model.write(file.toString());
        return file;
    }
}
