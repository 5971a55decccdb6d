package org.expomotif.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.LayerSpec.Padding;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/**
 * Converts a computation graph to the layers of this program, following it from input to output. A vertex without a
 * counterpart is an error that names the vertex.
 */
final class GraphReader {
    private final Map<String, List<String>> next = new LinkedHashMap<>();
    private final Map<String, GraphVertex> vertices;
    private final Map<String, List<String>> inputs;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<LayerSpec> layers = new ArrayList<>();
    private String at;
    private int convolutions;
    private int residuals;
    private int denses;
    private int outputs;

    GraphReader(ComputationGraphConfiguration graph) {
        vertices = graph.getVertices();
        inputs = graph.getVertexInputs();
        if (graph.getNetworkInputs().size() != 1 || graph.getNetworkOutputs().size() != 1) {
            throw new UserException("only a network with one input and one output can be imported")
                    .found(graph.getNetworkInputs().size() + " inputs and "
                            + graph.getNetworkOutputs().size() + " outputs");
        }
        inputs.forEach((name, from) -> from.forEach(
                f -> next.computeIfAbsent(f, k -> new ArrayList<>()).add(name)));
        at = graph.getNetworkInputs().getFirst();
        while (outputs == 0) {
            read();
        }
    }

    /** The network. */
    NetworkSpec spec(String name, int inputLength) {
        return new NetworkSpec(name, inputLength, outputs, layers);
    }

    /** The names in DL4J of the layers with weights, by their names in this program. */
    Map<String, String> names() {
        return names;
    }

    private UserException unsupported(String what) {
        return new UserException(what + " cannot be imported").atRecord("vertex " + at);
    }

    /** Whether exactly one vertex follows, and it is a layer of this type. */
    private boolean follows(Class<? extends Layer> type) {
        List<String> after = next.getOrDefault(at, List.of());
        return after.size() == 1
                && vertices.get(after.getFirst()) instanceof LayerVertex vertex
                && type.isInstance(layer(vertex));
    }

    private static @Nullable Layer layer(LayerVertex vertex) {
        return vertex.getLayerConf() == null ? null : vertex.getLayerConf().getLayer();
    }

    private <T extends Layer> T step(Class<T> type) {
        if (!follows(type)) {
            throw unsupported("the vertex after this one (expected a " + type.getSimpleName() + ")");
        }
        at = Objects.requireNonNull(next.get(at)).getFirst();
        return type.cast(Objects.requireNonNull(layer((LayerVertex) Objects.requireNonNull(vertices.get(at)))));
    }

    private void read() {
        List<String> after = next.getOrDefault(at, List.of());
        if (after.size() == 2) {
            residual(after);
        } else if (follows(ConvolutionLayer.class) && !follows(SubsamplingLayer.class)) {
            convolution();
        } else if (follows(SubsamplingLayer.class)) {
            pool();
        } else if (follows(OutputLayer.class)) {
            output();
        } else if (follows(DenseLayer.class)) {
            dense();
        } else {
            if (!after.isEmpty()) {
                at = after.getFirst();
            }
            Layer found = vertices.get(at) instanceof LayerVertex vertex ? layer(vertex) : null;
            throw unsupported(
                    found == null
                            ? "a vertex of this type"
                            : "a layer of type " + found.getClass().getSimpleName() + " in this place");
        }
    }

    private void convolution() {
        ConvolutionLayer c = step(ConvolutionLayer.class);
        String name = "conv" + ++convolutions;
        names.put(name, at);
        Padding padding = checked(c);
        Finish finish = finish(name, c.hasBias(), c.getActivationFn());
        layers.add(new LayerSpec.Convolution(
                units(c.getNOut()),
                pair(c.getKernelSize())[1],
                padding,
                finish.batchNorm,
                finish.activation,
                finish.dropout));
    }

    private Padding checked(ConvolutionLayer c) {
        if (c.getClass() != ConvolutionLayer.class
                || pair(c.getKernelSize())[0] != 1
                || !ones(pair(c.getStride()))
                || !ones(pair(c.getDilation()))) {
            throw unsupported("a convolution with a height, stride or dilation other than 1");
        }
        requireNoDropout(c);
        return padding(c.getConvolutionMode(), pair(c.getPadding()));
    }

    private int units(long number) {
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw unsupported("a layer of " + number + " filters or units");
        }
        return (int) number;
    }

    /** Sizes of the height and the width; a file may lack them. */
    private int[] pair(int @Nullable [] sizes) {
        if (sizes == null || sizes.length != 2) {
            throw unsupported("a layer without a height and a width");
        }
        return sizes;
    }

    private static boolean ones(int[] sizes) {
        return Arrays.stream(sizes).allMatch(size -> size == 1);
    }

    private void requireNoDropout(Layer layer) {
        if (layer.getIDropout() != null) {
            throw unsupported("dropout before a layer's weights");
        }
    }

    private Padding padding(ConvolutionMode mode, int[] added) {
        if (mode == ConvolutionMode.Same) {
            return Padding.SAME;
        }
        if (mode != ConvolutionMode.Truncate || Arrays.stream(added).anyMatch(n -> n != 0)) {
            throw unsupported("padding other than Same or Truncate without zeros");
        }
        return Padding.VALID;
    }

    /** The operations after a convolution or a dense layer. */
    private record Finish(boolean batchNorm, Activation activation, double dropout) {}

    private Finish finish(String name, boolean bias, IActivation own) {
        Activation activation = activation(own);
        boolean linear = activation.name().equals("linear");
        boolean batchNorm = linear && follows(BatchNormalization.class);
        if (batchNorm == bias) {
            throw unsupported(
                    bias ? "a bias before batch normalisation" : "a layer without bias or batch normalisation");
        }
        if (batchNorm) {
            normalization(name);
        }
        if (linear && follows(ActivationLayer.class)) {
            activation = activation(step(ActivationLayer.class).getActivationFn());
        }
        double dropout = 0;
        if (follows(DropoutLayer.class)) {
            if (!(step(DropoutLayer.class).getIDropout() instanceof Dropout plain)) {
                throw unsupported("dropout other than plain dropout");
            }
            dropout = 1 - plain.getP();
        }
        return new Finish(batchNorm, activation, dropout);
    }

    private void normalization(String name) {
        BatchNormalization b = step(BatchNormalization.class);
        if (Math.abs(b.getEps() - 1e-3) > 1e-9 || b.isLockGammaBeta() || b.isUseLogStd()) {
            throw unsupported("batch normalisation without gamma and beta or with an epsilon other than 0.001");
        }
        names.put(name + "_bn", at);
    }

    private void residual(List<String> after) {
        String start = at;
        String sum = after.stream()
                .filter(name ->
                        vertices.get(name) instanceof ElementWiseVertex e && e.getOp() == ElementWiseVertex.Op.Add)
                .findFirst()
                .orElseThrow(() -> unsupported("a branch that is not a residual block"));
        next.put(start, after.stream().filter(name -> !name.equals(sum)).toList());
        String name = "residual" + ++residuals;
        Half first = half(name + "_conv1");
        relu();
        Half second = half(name + "_conv2");
        if (!Objects.equals(next.get(at), List.of(sum))
                || Objects.requireNonNull(inputs.get(sum)).size() != 2
                || !first.equals(second)) {
            throw unsupported("a residual block of another form");
        }
        at = sum;
        relu();
        layers.add(new LayerSpec.Residual(first.width, first.batchNorm));
    }

    private record Half(int width, boolean batchNorm) {}

    private Half half(String name) {
        ConvolutionLayer c = step(ConvolutionLayer.class);
        names.put(name, at);
        if (checked(c) != Padding.SAME || !(c.getActivationFn() instanceof ActivationIdentity)) {
            throw unsupported("a residual block of another form");
        }
        relu();
        if (!c.hasBias()) {
            normalization(name);
        }
        return new Half(pair(c.getKernelSize())[1], !c.hasBias());
    }

    private void relu() {
        if (!(step(ActivationLayer.class).getActivationFn() instanceof ActivationReLU)) {
            throw unsupported("a residual block with an activation other than ReLU");
        }
    }

    private void pool() {
        SubsamplingLayer p = step(SubsamplingLayer.class);
        int size = pair(p.getKernelSize())[1];
        boolean plain = pair(p.getKernelSize())[0] == 1
                && pair(p.getStride())[0] == 1
                && pair(p.getStride())[1] == size
                && ones(pair(p.getDilation()))
                && p.getPoolingType() == PoolingType.MAX;
        if (!plain) {
            throw unsupported("pooling other than max pooling of height 1 with a stride equal to its width");
        }
        layers.add(new LayerSpec.MaxPool(size, padding(p.getConvolutionMode(), pair(p.getPadding()))));
    }

    private void dense() {
        DenseLayer d = step(DenseLayer.class);
        String name = "dense" + ++denses;
        names.put(name, at);
        requireNoDropout(d);
        Finish finish = finish(name, d.hasBias(), d.getActivationFn());
        layers.add(new LayerSpec.Dense(units(d.getNOut()), finish.batchNorm, finish.activation, finish.dropout));
    }

    private void output() {
        OutputLayer o = step(OutputLayer.class);
        if (!(o.getActivationFn() instanceof ActivationSigmoid) || !o.hasBias()) {
            throw unsupported("an output other than a sigmoid with bias");
        }
        requireNoDropout(o);
        names.put(GraphBuilder.OUTPUT, at);
        outputs = units(o.getNOut());
    }

    private Activation activation(@Nullable IActivation theirs) {
        if (theirs == null) {
            throw unsupported("a layer without an activation");
        }
        return Activation.named(
                switch (theirs) {
                    case NamedActivation named -> named.getName();
                    case ActivationReLU relu -> "relu";
                    case ActivationSigmoid sigmoid -> "sigmoid";
                    case ActivationTanH tanh -> "tanh";
                    case ActivationSoftPlus softplus -> "softplus";
                    case ActivationELU elu -> "elu";
                    case ActivationIdentity identity -> "linear";
                    default ->
                        throw unsupported("the activation " + theirs.getClass().getSimpleName());
                });
    }
}
