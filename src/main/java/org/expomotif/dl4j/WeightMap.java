package org.expomotif.dl4j;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.expomotif.network.Network;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Maps the weights of a network to their indices in DL4J's vector of all parameters. Its gradients and the moments of
 * Adam have the same layout.
 *
 * <p>Convolution kernels are {@code [out, in, 1, width]} in DL4J and {@code [width, in, out]} here. Before the first
 * dense layer, DL4J flattens {@code [channels, 1, length]}, and this program {@code [length, channels]}.
 */
final class WeightMap {
    /** Up to this number, floats represent all integers exactly. */
    private static final int EXACT = 1 << 24;

    private final ComputationGraph graph;
    private final Network network;
    private final Map<String, int[]> indices = new LinkedHashMap<>();

    /**
     * Computes the indices.
     *
     * @param graph the graph
     * @param network the network
     * @param names names in DL4J of layers whose names differ, by their names in the network
     * @throws UserException when the number of weights of a layer of the graph differs from that of the network
     */
    WeightMap(ComputationGraph graph, Network network, Map<String, String> names) {
        this.graph = graph;
        this.network = network;
        Map<String, int[]> theirs = order(graph);
        int length = lengthBeforeDense(network.spec());
        for (Parameter parameter : network.parameters().values()) {
            indices.put(parameter.name(), indicesOf(parameter, theirs.get(name(parameter.name(), names)), length));
        }
    }

    /** The name in DL4J of a parameter. */
    private static String name(String ours, Map<String, String> names) {
        int slash = ours.indexOf('/');
        String layer = ours.substring(0, slash);
        return names.getOrDefault(layer, layer)
                + switch (ours.substring(slash + 1)) {
                    case "kernel" -> "_W";
                    case "bias" -> "_b";
                    case "gamma" -> "_gamma";
                    case "beta" -> "_beta";
                    case "moving_mean" -> "_mean";
                    case "moving_variance" -> "_var";
                    default -> throw new IllegalArgumentException(ours);
                };
    }

    /**
     * Returns, for every array of the graph in row-major order, the indices of its elements in the vector. The vector
     * is filled with its own indices, and the arrays, which are views of it, are read. Indices are written in two
     * passes, as two digits that floats represent exactly.
     */
    private static Map<String, int[]> order(ComputationGraph graph) {
        INDArray before = graph.params().dup();
        int size = Math.toIntExact(before.length());
        Map<String, int[]> indices = new LinkedHashMap<>();
        for (int digit = 0; digit < 2; digit++) {
            float[] filled = new float[size];
            for (int i = 0; i < size; i++) {
                filled[i] = digit == 0 ? i % EXACT : i / EXACT;
            }
            graph.params().assign(row(filled));
            int unit = digit == 0 ? 1 : EXACT;
            graph.paramTable().forEach((name, array) -> {
                float[] read = array.dup('c').reshape(1, array.length()).toFloatVector();
                int[] at = indices.computeIfAbsent(name, n -> new int[read.length]);
                for (int i = 0; i < at.length; i++) {
                    at[i] += unit * (int) read[i];
                }
            });
        }
        graph.params().assign(before);
        return indices;
    }

    private static int lengthBeforeDense(NetworkSpec spec) {
        int length = spec.inputLength();
        for (LayerSpec layer : spec.layers()) {
            if (layer instanceof LayerSpec.Dense) {
                return length;
            }
            length = NetworkSpec.lengthAfter(layer, length);
        }
        return length;
    }

    private int[] indicesOf(Parameter parameter, int @Nullable [] theirs, int length) {
        int[] shape = parameter.shape();
        int count = theirs == null ? 0 : theirs.length;
        if (theirs == null || count != parameter.values().length) {
            throw new UserException("the number of weights differs from what the layer needs")
                    .atRecord(parameter.name())
                    .expected(Arrays.toString(shape))
                    .found(count + " weights")
                    .remedy("give the length of the sequences that the network was made for with --length");
        }
        boolean flattens = parameter.name().equals("dense1/kernel")
                || (parameter.name().equals(GraphBuilder.OUTPUT + "/kernel") && !indices.containsKey("dense1/kernel"));
        int[] at = new int[theirs.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = theirs[index(shape, i, flattens ? length : 1)];
        }
        return at;
    }

    /** Index in the array of DL4J of element i of the array of the network. */
    private static int index(int[] shape, int i, int length) {
        if (shape.length == 3) {
            int out = i % shape[2];
            int in = i / shape[2] % shape[1];
            int position = i / shape[2] / shape[1];
            return (out * shape[1] + in) * shape[0] + position;
        }
        if (shape.length == 2 && length > 1) {
            int channels = shape[0] / length;
            int row = i / shape[1];
            return (row % channels * length + row / channels) * shape[1] + i % shape[1];
        }
        return i;
    }

    private static INDArray row(float[] values) {
        return Nd4j.create(values, new long[] {1, values.length}, 'c');
    }

    /** Copies the weights of the network to the graph. */
    void toGraph() {
        float[] all = new float[Math.toIntExact(graph.numParams())];
        network.parameters().forEach((name, parameter) -> scatter(name, parameter.values(), all));
        graph.params().assign(row(all));
    }

    /** Copies the weights of the graph to the network. */
    void toNetwork() {
        float[] all = graph.params().toFloatVector();
        network.parameters().forEach((name, parameter) -> gather(name, all, parameter.values()));
        network.weightsChanged();
    }

    /** Copies the values of a parameter from a vector with the layout of all parameters. */
    void gather(String name, float[] all, float[] values) {
        int[] at = Objects.requireNonNull(indices.get(name));
        for (int i = 0; i < at.length; i++) {
            values[i] = all[at[i]];
        }
    }

    /** Copies the values of a parameter to a vector with the layout of all parameters. */
    void scatter(String name, float[] values, float[] all) {
        int[] at = Objects.requireNonNull(indices.get(name));
        for (int i = 0; i < at.length; i++) {
            all[at[i]] = values[i];
        }
    }
}
