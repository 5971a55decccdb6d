package org.expomotif.network.layer;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.network.parallel.StepProgram;
import org.jspecify.annotations.Nullable;

/**
 * The layers after a convolution or dense product, fused into one: normalisation or bias, activation, dropout and
 * maximum pooling. It works sample by sample, so only the input and the output are kept in memory. It performs the
 * operations of those layers in their order and gives the same bits.
 *
 * <p>With pooling, only one value per window has a nonzero gradient, so the backward pass works on the maxima. For each
 * maximum it keeps the row (none if it was dropped) and the value of its input z there.
 */
public final class Epilogue extends Layer {
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

    /** The same layers, with every sequence of layers that forms an epilogue replaced by one layer. */
    public static List<Layer> join(List<Layer> layers) {
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
    public int exit() {
        return last.exit();
    }

    @Override
    public List<Parameter> parameters() {
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
    public void forward(Workspace w, int from, int to) {
        w.scratch(index, EvaluatedEpilogue.class).forward(w.value(index), w.value(exit()), from, to);
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        w.scratch(index, EvaluatedEpilogue.class)
                .backward(w.gradient(exit()), w.value(index), w.gradient(index), from, to);
    }

    @Override
    public void planForward(StepProgram program, Workspace w, Pass pass) {
        w.scratch(index, TrainedEpilogue.class).planForward(program, w, pass);
    }

    @Override
    public void planBackward(StepProgram program, Workspace w, Pass pass) {
        w.scratch(index, TrainedEpilogue.class).planBackward(program, w, pass);
    }
}
