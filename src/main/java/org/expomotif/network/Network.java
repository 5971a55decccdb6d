package org.expomotif.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.layer.Layer;
import org.expomotif.network.layer.LayerAssembler;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.parallel.StepProgram;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;

/**
 * A network with its weights: the layers of a {@link NetworkSpec}, then a dense layer with bias whose outputs are the
 * logits.
 *
 * <p>Evaluators of one network may run concurrently, but not during a step of a {@link Trainer}.
 */
public final class Network {
    private final NetworkSpec spec;
    private final List<Layer> layers;
    private final Map<String, Parameter> parameters;

    private Network(NetworkSpec spec, Kernels kernels) {
        this.spec = spec;
        layers = LayerAssembler.layers(spec, kernels);
        Map<String, Parameter> named = new LinkedHashMap<>();
        for (Layer layer : layers) {
            for (Parameter parameter : layer.parameters()) {
                named.put(parameter.name(), parameter);
            }
        }
        parameters = Collections.unmodifiableMap(named);
    }

    /** Creates a network with random weights. The same seed gives the same weights. */
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

    /** Creates a network whose weights are set later. */
    public static Network empty(NetworkSpec spec) {
        return new Network(spec, Kernels.best());
    }

    /** The description. */
    public NetworkSpec spec() {
        return spec;
    }

    /**
     * All weights by name, in the order of the layers. Examples of names are {@code conv1/kernel} and
     * {@code conv1_bn/gamma}.
     */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** Number of trained weights. */
    public long trainedWeights() {
        long sum = 0;
        for (Parameter parameter : parameters.values()) {
            sum += parameter.trained() ? parameter.values().length : 0;
        }
        return sum;
    }

    /** Must be called after the arrays of {@link #parameters()} have been changed. */
    public void weightsChanged() {
        for (int part = 0; part < StepProgram.PARTS; part++) {
            pack(part);
        }
    }

    /** Rearranges one part of the weights for the kernels. */
    void pack(int part) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).pack(part);
        }
    }

    /**
     * Whether the inner loops use the Vector API. Without its module, results are the same but take several times
     * longer.
     */
    public static boolean vectorized() {
        return Kernels.vectors();
    }

    List<Layer> layers() {
        return layers;
    }

    /** This network in evaluation mode. Each call uses the weights at the time of the call. */
    public Evaluator evaluator(int threads) {
        return new ChunkEvaluator(this, threads);
    }

    /** Creates a trainer of this network. Every step changes the weights. */
    public Trainer trainer(TrainerOptions options) {
        return new Trainer(this, options);
    }

    /** The first convolution in the form of scoring matrices. */
    public FirstLayerKernel firstLayerKernel() {
        return FirstLayerKernel.of(layers);
    }
}
