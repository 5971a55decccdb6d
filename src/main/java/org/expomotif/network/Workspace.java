package org.expomotif.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of one pass through the layers: the values between them, the gradients with respect to those values, and
 * what a layer keeps from forward to backward. Edge i enters layer i; edge i + 1 leaves it.
 */
final class Workspace {
    final int samples;
    private final Tensor[] values;
    private final @Nullable Tensor[] gradients;
    private final @Nullable Object[] scratch;
    private final Map<Parameter, float[][]> partial = new HashMap<>();

    /** What a pass is made for. */
    enum Purpose {
        /** Values only. */
        FORWARD,
        /** Values and gradients down to the input. */
        INPUT_GRADIENT,
        /** Values, gradients above the first layer, gradients of the parameters. */
        TRAINING
    }

    Workspace(List<Layer> layers, int samples, Purpose purpose) {
        this.samples = samples;
        int edges = layers.size() + 1;
        values = new Tensor[edges];
        gradients = new @Nullable Tensor[edges];
        scratch = new @Nullable Object[layers.size()];
        for (int e = 0; e < edges; e++) {
            boolean input = e == 0;
            Layer.Extent extent = input ? layers.getFirst().in : layers.get(e - 1).out;
            if (!input && layers.get(e - 1).sharesValue()) {
                values[e] = values[e - 1];
            } else if (!(input && purpose == Purpose.TRAINING)) {
                int[] margins = valueMargins(layers, e);
                values[e] = new Tensor(samples, extent.length(), extent.channels(), margins[0], margins[1]);
            }
            if (purpose == Purpose.FORWARD || input && purpose == Purpose.TRAINING) {
                continue;
            }
            if (!input && layers.get(e - 1).sharesGradient()) {
                gradients[e] = gradients[e - 1];
            } else {
                int[] margins = input ? new int[2] : layers.get(e - 1).gradientMargins();
                gradients[e] = new Tensor(samples, extent.length(), extent.channels(), margins[0], margins[1]);
            }
        }
        for (int i = 0; i < layers.size(); i++) {
            scratch[i] = layers.get(i).scratch(samples, purpose);
        }
        if (purpose == Purpose.TRAINING) {
            for (Layer layer : layers) {
                for (Parameter parameter : layer.parameters()) {
                    if (parameter.trained()) {
                        int count = layer.partials(parameter);
                        partial.put(parameter, new float[count][parameter.values().length + Kernels.SLACK]);
                    }
                }
            }
        }
    }

    private static int[] valueMargins(List<Layer> layers, int edge) {
        int consumer = edge;
        while (consumer < layers.size() && layers.get(consumer).sharesValue()) {
            consumer++;
        }
        return consumer < layers.size() ? layers.get(consumer).valueMargins() : new int[2];
    }

    Tensor value(int edge) {
        return values[edge];
    }

    Tensor gradient(int edge) {
        Tensor gradient = gradients[edge];
        if (gradient == null) {
            throw new IllegalStateException("no gradient at edge " + edge);
        }
        return gradient;
    }

    /** What layer {@code index} keeps. */
    <T> T scratch(int index, Class<T> type) {
        return type.cast(scratch[index]);
    }

    /** Gradients of a parameter, one array a part (or one in all), to be added in order. */
    float[][] partial(Parameter parameter) {
        float[][] arrays = partial.get(parameter);
        if (arrays == null) {
            throw new IllegalStateException("not trained: " + parameter.name());
        }
        return arrays;
    }
}
