package org.expomotif.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows a convolution or dense product, as one layer: normalisation or bias, activation, dropout and maximum
 * pooling, sample by sample, so that only what enters and what leaves is kept in memory. It does the operations of
 * those layers in their order and gives the same bits.
 *
 * <p>Behind a maximum all but one number of a window have gradient zero, so backward works on the maxima: it keeps the
 * row of each (none where it was dropped) and the z that it came from.
 */
final class Epilogue extends Layer {
    final ChannelMap map;
    final ActivationLayer activation;
    final @Nullable Dropout dropout;
    final @Nullable MaxPooling pooling;
    private final Layer last;

    private Epilogue(
            ChannelMap map,
            ActivationLayer activation,
            @Nullable Dropout dropout,
            @Nullable MaxPooling pooling,
            Layer last) {
        super(map.index, map.in, last.out, map.kernels);
        this.map = map;
        this.activation = activation;
        this.dropout = dropout;
        this.pooling = pooling;
        this.last = last;
    }

    /** The same layers, with every run of them that is an epilogue as one. */
    static List<Layer> join(List<Layer> layers) {
        List<Layer> joined = new ArrayList<>();
        for (int i = 0; i < layers.size(); ) {
            Layer layer = layers.get(i);
            if (layer instanceof ChannelMap map && at(layers, i + 1) instanceof ActivationLayer activation) {
                Dropout dropout = at(layers, i + 2) instanceof Dropout d ? d : null;
                int next = i + (dropout == null ? 2 : 3);
                MaxPooling pooling = at(layers, next) instanceof MaxPooling p ? p : null;
                int end = next + (pooling == null ? 0 : 1);
                joined.add(new Epilogue(map, activation, dropout, pooling, layers.get(end - 1)));
                i = end;
            } else {
                joined.add(layer);
                i++;
            }
        }
        return joined;
    }

    private static @Nullable Layer at(List<Layer> layers, int index) {
        return index < layers.size() ? layers.get(index) : null;
    }

    @Override
    int exit() {
        return last.exit();
    }

    @Override
    List<Parameter> parameters() {
        return map.parameters();
    }

    @Override
    int partials(Parameter parameter) {
        return map.partials(parameter);
    }

    @Override
    Object scratch(int samples, Workspace.Purpose purpose) {
        return purpose == Workspace.Purpose.TRAINING
                ? new TrainedEpilogue(this, samples)
                : new EvaluatedEpilogue(this, samples, purpose == Workspace.Purpose.FORWARD);
    }

    @Override
    void forward(Workspace w, int from, int to) {
        w.scratch(index, EvaluatedEpilogue.class).forward(w.value(index), w.value(exit()), from, to);
    }

    @Override
    void backward(Workspace w, int from, int to) {
        w.scratch(index, EvaluatedEpilogue.class)
                .backward(w.gradient(exit()), w.value(index), w.gradient(index), from, to);
    }

    @Override
    void planForward(Program program, Workspace w, Pass pass) {
        w.scratch(index, TrainedEpilogue.class).planForward(program, w, pass);
    }

    @Override
    void planBackward(Program program, Workspace w, Pass pass) {
        w.scratch(index, TrainedEpilogue.class).planBackward(program, w, pass);
    }
}
