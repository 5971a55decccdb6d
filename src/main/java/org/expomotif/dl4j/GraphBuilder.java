package org.expomotif.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Builds the configuration of a network as a DL4J computation graph.
 *
 * <p>A sequence is an image of height 1 with the bases as channels, {@code [n, 4, 1, length]}, because batch
 * normalisation in DL4J cannot follow a one-dimensional convolution. Layers are named after the parameters of the
 * network, so {@code conv1/kernel} is {@code conv1_W}.
 */
final class GraphBuilder {
    /** Name of the input. */
    static final String INPUT = "input";
    /** Name of the output layer. */
    static final String OUTPUT = "output";

    private static final double BATCH_NORM_MOMENTUM = 0.99;
    private static final double BATCH_NORM_EPSILON = 1e-3;
    private static final Activation RELU = Activation.named("relu");

    private final ComputationGraphConfiguration.GraphBuilder graph;
    private final double l2;
    private final LayerImplementation layers;
    private String last = INPUT;
    private int channels = 4;
    private int convolutions;
    private int residuals;
    private int pools;
    private int denses;

    private GraphBuilder(ComputationGraphConfiguration.GraphBuilder graph, double l2, LayerImplementation layers) {
        this.graph = graph;
        this.l2 = l2;
        this.layers = layers;
    }

    /**
     * Returns the configuration of a network.
     *
     * @param learningRate initial rate of Adam; its other constants are those of Keras
     * @param l2 coefficient of the squares of all kernels except that of the output; the gradient of a weight w has the
     *     term 2 l2 w. The coefficient of DL4J gives l2 w, so it is twice this one
     * @param loss loss of the output layer
     * @param layers implementation of the layers; {@code STOCK} for a graph that will be written to a file
     */
    static ComputationGraphConfiguration of(
            NetworkSpec spec, double learningRate, double l2, ILossFunction loss, LayerImplementation layers) {
        ComputationGraphConfiguration.GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .seed(0)
                .updater(new Adam(learningRate, 0.9, 0.999, 1e-7))
                .weightInit(WeightInit.ZERO)
                .activation(new ActivationIdentity())
                .graphBuilder()
                .addInputs(INPUT)
                .setInputTypes(InputType.convolutional(1, spec.inputLength(), 4));
        GraphBuilder description = new GraphBuilder(builder, 2 * l2, layers);
        spec.layers().forEach(description::add);
        description.add(
                OUTPUT,
                new OutputLayer.Builder(loss)
                        .nOut(spec.outputs())
                        .activation(new ActivationSigmoid())
                        .build());
        return builder.setOutputs(OUTPUT).build();
    }

    private void add(LayerSpec layer) {
        switch (layer) {
            case LayerSpec.Convolution c -> {
                String name = "conv" + ++convolutions;
                convolution(name, c.filters(), c.width(), c.padding(), !c.batchNorm());
                finish(name, c.batchNorm(), c.activation(), c.dropout());
            }
            case LayerSpec.Residual r -> residual(r);
            case LayerSpec.MaxPool p ->
                add(
                        "pool" + ++pools,
                        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                                .kernelSize(1, p.size())
                                .stride(1, p.size())
                                .convolutionMode(mode(p.padding()))
                                .build());
            case LayerSpec.Dense d -> {
                String name = "dense" + ++denses;
                add(
                        name,
                        new DenseLayer.Builder()
                                .nOut(d.units())
                                .hasBias(!d.batchNorm())
                                .l2(l2)
                                .build());
                finish(name, d.batchNorm(), d.activation(), d.dropout());
            }
        }
    }

    private void add(String name, Layer layer) {
        graph.addLayer(name, layer, last);
        last = name;
    }

    /** Adds a convolution; with 0 filters it has as many as input channels. */
    private void convolution(String name, int filters, int width, LayerSpec.Padding padding, boolean bias) {
        channels = filters == 0 ? channels : filters;
        ConvolutionLayer.Builder layer = new ConvolutionLayer.Builder(1, width)
                .nOut(channels)
                .hasBias(bias)
                .convolutionMode(mode(padding))
                .l2(l2);
        add(name, layers == LayerImplementation.STOCK ? layer.build() : new NativeConvolution(layer));
    }

    private static ConvolutionMode mode(LayerSpec.Padding padding) {
        return padding == LayerSpec.Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }

    private void finish(String name, boolean batchNorm, Activation activation, double dropout) {
        if (batchNorm) {
            normalize(name);
        }
        add(name + "_activation", new ActivationLayer(in(activation)));
        if (dropout > 0) {
            // DL4J takes the probability of retaining a value.
            add(name + "_dropout", new DropoutLayer.Builder(1 - dropout).build());
        }
    }

    private void normalize(String name) {
        add(
                name + "_bn",
                new BatchNormalization.Builder()
                        .decay(BATCH_NORM_MOMENTUM)
                        .eps(BATCH_NORM_EPSILON)
                        .useLogStd(false)
                        .build());
    }

    private void residual(LayerSpec.Residual r) {
        String name = "residual" + ++residuals;
        String shortcut = last;
        half(name + "_conv1", r);
        add(name + "_activation", new ActivationLayer(in(RELU)));
        half(name + "_conv2", r);
        graph.addVertex(name + "_sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), last, shortcut);
        last = name + "_sum";
        add(name + "_sum_activation", new ActivationLayer(in(RELU)));
    }

    private void half(String name, LayerSpec.Residual r) {
        convolution(name, 0, r.width(), LayerSpec.Padding.SAME, !r.batchNorm());
        add(name + "_activation", new ActivationLayer(in(RELU)));
        if (r.batchNorm()) {
            normalize(name);
        }
    }

    /** The activation of DL4J itself if it has the function, so that the file can be read without this program. */
    private static IActivation in(Activation activation) {
        return switch (activation.name()) {
            case "relu" -> new ActivationReLU();
            case "sigmoid" -> new ActivationSigmoid();
            case "tanh" -> new ActivationTanH();
            case "softplus" -> new ActivationSoftPlus();
            case "elu" -> new ActivationELU();
            case "linear" -> new ActivationIdentity();
            default -> new NamedActivation(activation.name());
        };
    }
}
