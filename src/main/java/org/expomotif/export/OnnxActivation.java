package org.expomotif.export;

import java.util.List;
import org.expomotif.network.spec.Activation;

/** Activation functions as ONNX operators: {@code outer * form(inner * x - shift)}. */
final class OnnxActivation {
    private final OnnxGraph graph;
    private final String name;

    private OnnxActivation(OnnxGraph graph, String name) {
        this.graph = graph;
        this.name = name;
    }

    /**
     * Adds the nodes of an activation function.
     *
     * @param name prefix of the names of the nodes
     * @param x name of the input
     * @return the name of the result, which is the input if the function is the identity
     */
    static String add(OnnxGraph graph, String name, Activation activation, String x) {
        OnnxActivation nodes = new OnnxActivation(graph, name);
        String t = nodes.withNumber("Mul", "inner", x, activation.inner(), 1);
        t = nodes.withNumber("Sub", "shift", t, activation.shift(), 0);
        return nodes.withNumber("Mul", "outer", nodes.form(activation, t), activation.outer(), 1);
    }

    private String form(Activation activation, String t) {
        return switch (activation.form()) {
            case LINEAR -> t;
            case RELU -> unary("Relu", t);
            case CUBIC_RELU -> {
                String positive = unary("Relu", t);
                String square = graph.node("Mul", name + "/square", List.of(positive, positive));
                yield graph.node("Mul", name + "/cube", List.of(square, positive));
            }
            case EXPONENTIAL -> unary("Exp", t);
            case SIGMOID -> activation.outer() == 1 && activation.shift() == 0 ? unary("Sigmoid", t) : sigmoid(t);
            case TANH -> unary("Tanh", t);
            case SOFTPLUS -> unary("Softplus", t);
            case ELU -> unary("Elu", t);
            case EXPONENTIAL_RELU -> unary("Relu", withNumber("Sub", "one", unary("Exp", t), 1, 0));
            case LOG -> log(t);
            case LOG_RELU -> unary("Relu", log(t));
        };
    }

    /**
     * 1 / (1 + exp(-t)) from basic operators. The operator Sigmoid of a runtime has the absolute precision of float32,
     * so few of its digits are correct far below 0: onnxruntime is off by 0.6% at -12. The shifted and scaled functions
     * use that range, and their scale magnifies the error.
     */
    private String sigmoid(String t) {
        String exponential = unary("Exp", unary("Neg", t));
        return unary("Reciprocal", withNumber("Add", "one", exponential, 1, 0));
    }

    private String log(String t) {
        return unary("Log", withNumber("Add", "offset", unary("Abs", t), Activation.LOG_OFFSET, 0));
    }

    private String unary(String operator, String t) {
        return graph.node(operator, name + "/" + operator, List.of(t));
    }

    private String withNumber(String operator, String word, String t, double number, double neutral) {
        if (number == neutral) {
            return t;
        }
        String constant = graph.tensor(name + "/" + word, new float[] {(float) number});
        return graph.node(operator, name + "/" + operator + "_" + word, List.of(t, constant));
    }
}
