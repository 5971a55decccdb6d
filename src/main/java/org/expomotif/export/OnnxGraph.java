package org.expomotif.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds a graph of ONNX operators as the messages of onnx.proto (https://github.com/onnx/onnx, field numbers of its
 * {@code ModelProto}, {@code GraphProto}, {@code NodeProto}, {@code AttributeProto}, {@code TensorProto} and
 * {@code ValueInfoProto}). Every node has one output with the name of the node. All tensors are float32.
 */
final class OnnxGraph {
    /** Operator set 13 with intermediate representation 7: readable by every ONNX runtime since 2021. */
    private static final int OPERATOR_SET = 13;

    private static final int REPRESENTATION = 7;
    private static final int FLOAT = 1;
    private static final int TYPE_FLOAT = 1;
    private static final int TYPE_INT = 2;
    private static final int TYPE_INTS = 7;

    private final List<Message> nodes = new ArrayList<>();
    private final List<Message> tensors = new ArrayList<>();
    private final List<Message> inputs = new ArrayList<>();
    private final List<Message> outputs = new ArrayList<>();

    /**
     * An attribute of a node.
     *
     * @param name name in the definition of the operator
     * @param value value of the attribute
     */
    record Attribute(String name, Object value) {
        static Attribute of(String name, long value) {
            return new Attribute(name, value);
        }

        static Attribute of(String name, float value) {
            return new Attribute(name, value);
        }

        static Attribute of(String name, List<Integer> values) {
            return new Attribute(name, values);
        }

        private Message message() {
            Message message = new Message().text(1, name);
            switch (value) {
                case Float number -> message.decimal(2, number).number(20, TYPE_FLOAT);
                case Long number -> message.number(3, number).number(20, TYPE_INT);
                case List<?> numbers -> {
                    numbers.forEach(number -> message.number(8, (Integer) number));
                    message.number(20, TYPE_INTS);
                }
                default ->
                    throw new IllegalArgumentException(
                            "attribute " + name + " has an unsupported type: " + value.getClass());
            }
            return message;
        }
    }

    /** Adds an input of the graph with the shape {@code [N, sizes...]}. */
    void input(String name, int... sizes) {
        inputs.add(value(name, sizes));
    }

    /** Makes the output of a node an output of the graph, with the shape {@code [N, sizes...]}. */
    void output(String name, int... sizes) {
        outputs.add(value(name, sizes));
    }

    private static Message value(String name, int... sizes) {
        Message shape = new Message().message(1, new Message().text(2, "N"));
        for (int size : sizes) {
            shape.message(1, new Message().number(1, size));
        }
        Message tensor = new Message().number(1, FLOAT).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** Adds a node and returns the name of its output. */
    String node(String operator, String name, List<String> from, Attribute... attributes) {
        Message node = new Message();
        from.forEach(input -> node.text(1, input));
        node.text(2, name).text(3, name).text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.message());
        }
        nodes.add(node);
        return name;
    }

    /** Adds a constant tensor and returns its name; without sizes it is a scalar. */
    String tensor(String name, float[] values, int... sizes) {
        ByteBuffer raw = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        Message tensor = new Message();
        for (int size : sizes) {
            tensor.number(1, size);
        }
        tensors.add(tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array()));
        return name;
    }

    /**
     * Returns the encoded model.
     *
     * @param name name of the graph
     * @param producer name of this program
     * @param version version of this program
     * @param properties metadata of the model, by name
     */
    byte[] model(String name, String producer, String version, Map<String, String> properties) {
        Message graph = new Message();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, name);
        tensors.forEach(tensor -> graph.message(5, tensor));
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
        Message model = new Message()
                .number(1, REPRESENTATION)
                .text(2, producer)
                .text(3, version)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, OPERATOR_SET));
        properties.forEach(
                (key, value) -> model.message(14, new Message().text(1, key).text(2, value)));
        return model.encoded();
    }
}
