package org.expomotif.network.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.parallel.StepProgram;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of one pass through the layers: the values between layers, the gradients with respect to these values, and
 * the arrays that a layer keeps from the forward to the backward pass. Edge i is the input of layer i; edge i + 1 is
 * its output.
 */
public final class Workspace {
    final int samples;
    private final Purpose purpose;
    private final @Nullable Tensor[] values;
    private final @Nullable Tensor[] gradients;
    private final @Nullable Object[] scratch;
    private final List<GroupPlaces> groupPlaces = new ArrayList<>();
    private final Map<Parameter, float[][]> partial = new HashMap<>();

    /** The purpose of a pass. */
    public enum Purpose {
        /** Values only. */
        FORWARD,
        /** Values and gradients down to the input. */
        INPUT_GRADIENT,
        /** Values, gradients above the first layer, gradients of the parameters. */
        TRAINING
    }

    public Workspace(List<Layer> layers, int samples, Purpose purpose) {
        this.samples = samples;
        this.purpose = purpose;
        int edges = layers.getLast().exit() + 1;
        values = new @Nullable Tensor[edges];
        gradients = new @Nullable Tensor[edges];
        scratch = new @Nullable Object[edges];
        Layer.Extent input = layers.getFirst().in;
        if (purpose != Purpose.TRAINING) {
            values[layers.getFirst().index] = tensor(input, layers.getFirst().valueMargins());
        }
        if (purpose == Purpose.INPUT_GRADIENT) {
            gradients[layers.getFirst().index] = tensor(input, new int[2]);
        }
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            int edge = layer.exit();
            values[edge] = layer.sharesValue()
                    ? values[layer.index]
                    : tensor(layer.out, valueMargins(layers.subList(i + 1, layers.size())));
            if (purpose != Purpose.FORWARD) {
                gradients[edge] = layer.sharesGradient()
                        ? gradients[layer.index]
                        : gradient(layer, layers.subList(i + 1, layers.size()));
            }
            scratch[layer.index] = layer.scratch(samples, purpose);
            if (purpose == Purpose.TRAINING) {
                addPartials(layer);
            }
        }
    }

    private void addPartials(Layer layer) {
        for (Parameter parameter : layer.parameters()) {
            if (parameter.trained()) {
                int count = layer.partials(parameter);
                partial.put(parameter, new float[count][parameter.values().length + Kernels.SLACK]);
            }
        }
    }

    private Tensor tensor(Layer.Extent extent, int... margins) {
        return new Tensor(samples, extent.length(), extent.channels(), margins[0], margins[1]);
    }

    /** The margins required by the first layer above that reads this array and writes its output to another array. */
    private static int[] valueMargins(List<Layer> above) {
        for (Layer layer : above) {
            if (!layer.sharesValue()) {
                return layer.valueMargins();
            }
        }
        return new int[2];
    }

    /**
     * The gradient of a layer's output: for all samples, or in training, if possible, only for the current group of
     * each part.
     */
    private Tensor gradient(Layer layer, List<Layer> above) {
        int[] margins = layer.gradientMargins();
        int group = purpose == Purpose.TRAINING ? layer.gradientGroup() : 0;
        if (group == 0 || group * StepProgram.PARTS >= samples || !isWrittenInGroups(above)) {
            return tensor(layer.out, margins);
        }
        int[] places = new int[samples];
        groupPlaces.add(new GroupPlaces(group, places));
        int count = group * StepProgram.PARTS;
        return new Tensor(count, layer.out.length(), layer.out.channels(), margins[0], margins[1], places);
    }

    private static boolean isWrittenInGroups(List<Layer> above) {
        for (Layer layer : above) {
            if (layer.takesWholeParts() || layer instanceof Fork) {
                return false;
            }
            if (!layer.sharesGradient()) {
                return true;
            }
        }
        return false;
    }

    /** The places of samples in a tensor that holds a group of {@code group} samples per part. */
    private record GroupPlaces(int group, int[] places) {}

    /** Sets the number of samples, which determines the parts of the batch and the places of samples. */
    public void batch(int n) {
        for (int i = 0; i < groupPlaces.size(); i++) {
            GroupPlaces tensor = groupPlaces.get(i);
            for (int part = 0; part < StepProgram.PARTS; part++) {
                int first = StepProgram.from(part, n);
                for (int s = first; s < StepProgram.from(part + 1, n); s++) {
                    tensor.places[s] = part * tensor.group + (s - first) % tensor.group;
                }
            }
        }
    }

    public Tensor value(int edge) {
        return at(values, edge, "value");
    }

    private static Tensor at(@Nullable Tensor[] tensors, int edge, String what) {
        Tensor tensor = tensors[edge];
        if (tensor == null) {
            throw new IllegalStateException("no " + what + " at edge " + edge);
        }
        return tensor;
    }

    public Tensor gradient(int edge) {
        return at(gradients, edge, "gradient");
    }

    /** The arrays that layer {@code index} keeps. */
    <T> T scratch(int index, Class<T> type) {
        return type.cast(scratch[index]);
    }

    /** The gradients of a parameter: one array per part (or a single one), to be added in order. */
    public float[][] partial(Parameter parameter) {
        float[][] arrays = partial.get(parameter);
        if (arrays == null) {
            throw new IllegalStateException("not trained: " + parameter.name());
        }
        return arrays;
    }
}
