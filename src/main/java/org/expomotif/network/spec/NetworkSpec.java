package org.expomotif.network.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.expomotif.run.UserException;

/**
 * The structure of a network. The first layer is a convolution over the four bases.
 *
 * @param name the architecture's name
 * @param inputLength number of bases per sample
 * @param outputs number of classes
 * @param layers the layers between input and output
 */
public record NetworkSpec(String name, int inputLength, int outputs, List<LayerSpec> layers) {
    /** The number that batch normalisation adds to every variance. */
    public static final double BATCH_NORM_EPSILON = 1e-3;

    /** Maximum number of values per sequence in a layer: a gigabyte of floats. */
    private static final long MAX_LAYER_VALUES = 1L << 28;

    private static final int MAX_LAYERS = 1000;

    /**
     * Checks that the layers fit one another.
     *
     * @throws UserException when the first layer is not a convolution, a layer other than a dense one follows a dense
     *     layer, a window is longer than its input, there are too many layers, or a layer has too many values
     */
    public NetworkSpec {
        layers = List.copyOf(layers);
        if (inputLength < 1 || outputs < 1) {
            throw new UserException("a network needs input and output")
                    .expected("at least one base and one class")
                    .found(inputLength + " and " + outputs);
        }
        if (layers.isEmpty() || !(layers.getFirst() instanceof LayerSpec.Convolution)) {
            throw new UserException("the network's first layer must be a convolution")
                    .found(layers.isEmpty() ? "no layer" : layers.getFirst().kind());
        }
        if (layers.size() > MAX_LAYERS) {
            throw new UserException("the network has too many layers")
                    .expected("at most " + MAX_LAYERS)
                    .found(Integer.toString(layers.size()));
        }
        checkLengths(name, inputLength, layers);
    }

    private static void checkLengths(String name, int inputLength, List<LayerSpec> layers) {
        int length = inputLength;
        long channels = 4;
        boolean dense = false;
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            if (dense && !(layer instanceof LayerSpec.Dense)) {
                throw new UserException("after a dense layer only dense layers can follow")
                        .atRecord("network " + name + ", layer " + (i + 1));
            }
            dense = layer instanceof LayerSpec.Dense;
            int next = lengthAfter(layer, length);
            if (next < 1) {
                throw new UserException("the sequences are too short for this network")
                        .atRecord("network " + name + ", layer " + (i + 1))
                        .expected("at least " + windowOf(layer) + " positions to reach this layer")
                        .found(length + " (input length " + inputLength + ")")
                        .remedy("use longer sequences or another network");
            }
            length = next;
            channels = channelsAfter(layer, channels);
            if (length * channels > MAX_LAYER_VALUES) {
                throw new UserException("the network is too large for such sequences")
                        .atRecord("network " + name + ", layer " + (i + 1))
                        .expected(String.format(Locale.ROOT, "at most %,d values of a sequence", MAX_LAYER_VALUES))
                        .found(length + " positions x " + channels + " (input length " + inputLength + ")")
                        .remedy("use fewer filters or shorter sequences");
            }
        }
    }

    /**
     * The number of positions in the output of a layer, given the number in its input; below 1 when the input is too
     * short.
     */
    public static int lengthAfter(LayerSpec layer, int length) {
        return switch (layer) {
            case LayerSpec.Convolution c -> c.padding() == LayerSpec.Padding.SAME ? length : length - c.width() + 1;
            case LayerSpec.MaxPool p ->
                p.padding() == LayerSpec.Padding.SAME ? (length + p.size() - 1) / p.size() : length / p.size();
            case LayerSpec.Residual r -> length;
            case LayerSpec.Dense d -> 1;
        };
    }

    private static long channelsAfter(LayerSpec layer, long channels) {
        return switch (layer) {
            case LayerSpec.Convolution c -> c.filters();
            case LayerSpec.Dense d -> d.units();
            case LayerSpec.MaxPool p -> channels;
            case LayerSpec.Residual r -> channels;
        };
    }

    private static int windowOf(LayerSpec layer) {
        return switch (layer) {
            case LayerSpec.Convolution c -> c.width();
            case LayerSpec.MaxPool p -> p.size();
            default -> 1;
        };
    }

    /**
     * Reads a network described in a JSON file (docs/network-format.md).
     *
     * @throws UserException when the file is not a description of a network, or the layers do not fit the input
     */
    public static NetworkSpec read(String path, int inputLength, int outputs) {
        return NetworkFile.read(path, inputLength, outputs);
    }

    /** The first layer's activation. */
    public Activation firstActivation() {
        return ((LayerSpec.Convolution) layers.getFirst()).activation();
    }

    /** The same network with another activation in its first layer. */
    public NetworkSpec withFirstActivation(Activation activation) {
        LayerSpec.Convolution c = (LayerSpec.Convolution) layers.getFirst();
        LayerSpec first =
                new LayerSpec.Convolution(c.filters(), c.width(), c.padding(), c.batchNorm(), activation, c.dropout());
        List<LayerSpec> changed = new ArrayList<>(layers);
        changed.set(0, first);
        return new NetworkSpec(name, inputLength, outputs, changed);
    }

    /** The same network with biases in place of batch normalisation. */
    public NetworkSpec withoutBatchNorm() {
        return withEach(layer -> switch (layer) {
            case LayerSpec.Convolution c ->
                new LayerSpec.Convolution(c.filters(), c.width(), c.padding(), false, c.activation(), c.dropout());
            case LayerSpec.Residual r -> new LayerSpec.Residual(r.width(), false);
            case LayerSpec.Dense d -> new LayerSpec.Dense(d.units(), false, d.activation(), d.dropout());
            case LayerSpec.MaxPool p -> p;
        });
    }

    /** The same network without dropout. */
    public NetworkSpec withoutDropout() {
        return withEach(layer -> switch (layer) {
            case LayerSpec.Convolution c ->
                new LayerSpec.Convolution(c.filters(), c.width(), c.padding(), c.batchNorm(), c.activation(), 0);
            case LayerSpec.Dense d -> new LayerSpec.Dense(d.units(), d.batchNorm(), d.activation(), 0);
            case LayerSpec.Residual r -> r;
            case LayerSpec.MaxPool p -> p;
        });
    }

    private NetworkSpec withEach(UnaryOperator<LayerSpec> change) {
        return new NetworkSpec(
                name, inputLength, outputs, layers.stream().map(change).toList());
    }
}
