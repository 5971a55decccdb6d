package org.expomotif.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.export.OnnxGraph.Attribute;
import org.expomotif.io.Outputs;
import org.expomotif.network.Network;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelExporter;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.Version;

/**
 * Writes a model as an ONNX file for any ONNX runtime.
 *
 * <p>The input is {@code input [N, length, 4]}, with channels in the order A C G T and any N; the outputs are
 * {@code probabilities} and {@code logits}, both {@code [N, classes]}. The graph is the network in evaluation mode:
 * batch normalisation with the running statistics, no dropout. Convolutions and pooling work on {@code [N, channels,
 * length]}. Before the first dense layer, values are transposed back to {@code [N, length, channels]}, so dense kernels
 * are those of the model file. Weights keep their names; convolution kernels are transposed to {@code [out, in,
 * width]}.
 */
public final class OnnxExporter implements ModelExporter {
    private static final String PRODUCER = "expomotif";

    @Override
    public void write(Model model, String path) {
        byte[] bytes = new Walk(model.network()).encoded(model);
        Outputs.write(path, out -> out.write(bytes));
    }

    /** Builds the graph from input to output and tracks the current value and its shape. */
    private static final class Walk {
        private static final Activation RELU = Activation.named("relu");

        private final OnnxGraph graph = new OnnxGraph();
        private final Network network;
        private String value;
        private int length;
        private boolean flat;
        private int convolutions;
        private int pools;
        private int residuals;
        private int denses;

        Walk(Network network) {
            this.network = network;
            length = network.spec().inputLength();
            graph.input("input", length, 4);
            value = transposed("channels_first", "input");
        }

        byte[] encoded(Model model) {
            NetworkSpec spec = network.spec();
            for (LayerSpec layer : spec.layers()) {
                switch (layer) {
                    case LayerSpec.Convolution c -> convolution(c);
                    case LayerSpec.Residual r -> residual(r);
                    case LayerSpec.MaxPool p -> pool(p);
                    case LayerSpec.Dense d -> dense(d);
                }
                length = NetworkSpec.lengthAfter(layer, length);
            }
            flatten();
            String product = graph.node("MatMul", "output", List.of(value, weights("output/kernel")));
            String logits = graph.node("Add", "logits", List.of(product, weights("output/bias")));
            String probabilities = graph.node("Sigmoid", "probabilities", List.of(logits));
            graph.output(probabilities, spec.outputs());
            graph.output(logits, spec.outputs());
            return graph.model(spec.name(), PRODUCER, Version.number(), properties(model));
        }

        private void convolution(LayerSpec.Convolution c) {
            String name = "conv" + ++convolutions;
            convolve(name, c.width(), c.padding());
            if (c.batchNorm()) {
                normalize(name);
            } else {
                shift(name);
            }
            value = OnnxActivation.add(graph, name + "_activation", c.activation(), value);
        }

        private void residual(LayerSpec.Residual r) {
            String name = "residual" + ++residuals;
            String start = value;
            residualHalf(r, name + "_conv1");
            value = OnnxActivation.add(graph, name + "_activation1", RELU, value);
            residualHalf(r, name + "_conv2");
            value = graph.node("Add", name + "_sum", List.of(value, start));
            value = OnnxActivation.add(graph, name + "_activation2", RELU, value);
        }

        private void residualHalf(LayerSpec.Residual r, String name) {
            convolve(name, r.width(), LayerSpec.Padding.SAME);
            if (!r.batchNorm()) {
                shift(name);
            }
            value = OnnxActivation.add(graph, name + "_activation", RELU, value);
            if (r.batchNorm()) {
                normalize(name);
            }
        }

        private void convolve(String name, int width, LayerSpec.Padding padding) {
            int missing = padding == LayerSpec.Padding.SAME ? width - 1 : 0;
            value = graph.node(
                    "Conv",
                    name,
                    List.of(value, kernel(name + "/kernel")),
                    Attribute.of("kernel_shape", List.of(width)),
                    Attribute.of("pads", List.of(missing / 2, missing - missing / 2)));
        }

        /** Adds the bias of a convolution to {@code [N, channels, length]}. */
        private void shift(String name) {
            Parameter bias = parameter(name + "/bias");
            String constant = graph.tensor(bias.name(), bias.values(), bias.shape()[0], 1);
            value = graph.node("Add", name + "_bias", List.of(value, constant));
        }

        private void normalize(String name) {
            String prefix = name + "_bn";
            value = graph.node(
                    "BatchNormalization",
                    prefix,
                    List.of(
                            value,
                            weights(prefix + "/gamma"),
                            weights(prefix + "/beta"),
                            weights(prefix + "/moving_mean"),
                            weights(prefix + "/moving_variance")),
                    Attribute.of("epsilon", (float) NetworkSpec.BATCH_NORM_EPSILON));
        }

        /** Adds max pooling. It ignores padded values, as the partial windows of {@code SAME} require. */
        private void pool(LayerSpec.MaxPool p) {
            int windows = NetworkSpec.lengthAfter(p, length);
            int missing = Math.max(0, windows * p.size() - length);
            value = graph.node(
                    "MaxPool",
                    "pool" + ++pools,
                    List.of(value),
                    Attribute.of("kernel_shape", List.of(p.size())),
                    Attribute.of("pads", List.of(missing / 2, missing - missing / 2)),
                    Attribute.of("strides", List.of(p.size())));
        }

        private void dense(LayerSpec.Dense d) {
            flatten();
            String name = "dense" + ++denses;
            value = graph.node("MatMul", name, List.of(value, weights(name + "/kernel")));
            if (d.batchNorm()) {
                normalize(name);
            } else {
                value = graph.node("Add", name + "_bias", List.of(value, weights(name + "/bias")));
            }
            value = OnnxActivation.add(graph, name + "_activation", d.activation(), value);
        }

        private void flatten() {
            if (!flat) {
                value = transposed("channels_last", value);
                value = graph.node("Flatten", "flat", List.of(value), Attribute.of("axis", 1L));
                flat = true;
            }
        }

        private String transposed(String name, String from) {
            return graph.node("Transpose", name, List.of(from), Attribute.of("perm", List.of(0, 2, 1)));
        }

        private Parameter parameter(String name) {
            Parameter parameter = network.parameters().get(name);
            if (parameter == null) {
                throw new IllegalStateException("the network has no " + name);
            }
            return parameter;
        }

        private String weights(String name) {
            Parameter parameter = parameter(name);
            return graph.tensor(name, parameter.values(), parameter.shape());
        }

        /** Adds a kernel {@code [width, in, out]} as {@code [out, in, width]} and returns its name. */
        private String kernel(String name) {
            Parameter parameter = parameter(name);
            int[] shape = parameter.shape();
            float[] from = parameter.values();
            float[] to = new float[from.length];
            int at = 0;
            for (int o = 0; o < shape[2]; o++) {
                for (int i = 0; i < shape[1]; i++) {
                    for (int k = 0; k < shape[0]; k++) {
                        to[at++] = from[(k * shape[1] + i) * shape[2] + o];
                    }
                }
            }
            return graph.tensor(name, to, shape[2], shape[1], shape[0]);
        }

        private static Map<String, String> properties(Model model) {
            ArrayNode classes = JsonNodeFactory.instance.arrayNode();
            model.info().classes().forEach(classes::add);
            Map<String, String> properties = new LinkedHashMap<>();
            properties.put("expomotif.version", Version.number());
            properties.put("network", model.info().architecture());
            properties.put("activation", model.info().activation());
            properties.put("input_length", String.valueOf(model.info().inputLength()));
            properties.put("channels", "ACGT");
            properties.put("classes", classes.toString());
            return properties;
        }
    }
}
