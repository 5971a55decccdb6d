package org.expomotif.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A network with its weights: what {@link NetworkSpec} describes, then a dense layer with bias whose outputs are
 * logits.
 *
 * <p>Evaluators of one network can work side by side; while a {@link Trainer} steps, none may.
 */
public final class Network {
    private final NetworkSpec spec;
    private final List<Layer> layers;
    private final Map<String, Parameter> parameters;

    private Network(NetworkSpec spec, Kernels kernels) {
        this.spec = spec;
        layers = Assembly.layers(spec, kernels);
        Map<String, Parameter> named = new LinkedHashMap<>();
        for (Layer layer : layers) {
            for (Parameter parameter : layer.parameters()) {
                named.put(parameter.name(), parameter);
            }
        }
        parameters = Collections.unmodifiableMap(named);
    }

    /** A new network; the same seed gives the same weights. */
    public static Network create(NetworkSpec spec, Initialization initialization, long seed) {
        return create(spec, initialization, seed, Kernels.best());
    }

    static Network create(NetworkSpec spec, Initialization initialization, long seed, Kernels kernels) {
        Network network = new Network(spec, kernels);
        SplittableRandom random = new SplittableRandom(seed);
        for (Parameter parameter : network.parameters.values()) {
            int[] shape = parameter.shape();
            if (shape.length == 3) {
                initialization.fill(parameter.values(), shape[0], shape[1], shape[2], random.split());
            } else if (shape.length == 2) {
                initialization.fill(parameter.values(), 1, shape[0], shape[1], random.split());
            }
        }
        network.weightsChanged();
        return network;
    }

    /** A network to be filled with weights. */
    static Network empty(NetworkSpec spec) {
        return new Network(spec, Kernels.best());
    }

    /** The description. */
    public NetworkSpec spec() {
        return spec;
    }

    /** All weights by name, in the order of the layers; names as {@code conv1/kernel}, {@code conv1_bn/gamma}. */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** Number of weights that training changes. */
    public long trainedWeights() {
        long sum = 0;
        for (Parameter parameter : parameters.values()) {
            sum += parameter.trained() ? parameter.values().length : 0;
        }
        return sum;
    }

    /** Must be called after the arrays of {@link #parameters()} were written to. */
    public void weightsChanged() {
        for (int part = 0; part < Program.PARTS; part++) {
            pack(part);
        }
    }

    /** Rearranges one part of the weights for the kernels. */
    void pack(int part) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).pack(part);
        }
    }

    /** Whether the inner loops run on the Vector API; without its module the same results come several times slower. */
    public static boolean vectorized() {
        return Kernels.vectors();
    }

    List<Layer> layers() {
        return layers;
    }

    /** This network in evaluation mode; weights are those at the time of each call. */
    public Evaluator evaluator(int threads) {
        return new ChunkEvaluator(this, threads);
    }

    /** Training of this network, whose weights every step changes. */
    public Trainer trainer(TrainerOptions options) {
        return new Trainer(this, options);
    }

    /** The first convolution as scoring matrices. */
    public FirstLayerKernel firstLayerKernel() {
        return FirstLayerKernel.of(layers);
    }
}
