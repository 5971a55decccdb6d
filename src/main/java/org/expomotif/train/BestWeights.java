package org.expomotif.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.expomotif.network.Network;
import org.expomotif.network.layer.Parameter;

/** A copy of a network's weights at its best epoch. */
final class BestWeights {
    private final Network network;
    private final Map<String, float[]> weights = new LinkedHashMap<>();

    BestWeights(Network network) {
        this.network = network;
    }

    /** Copies the current weights of the network. */
    void capture() {
        for (Parameter parameter : network.parameters().values()) {
            weights.put(parameter.name(), parameter.values().clone());
        }
    }

    /** Writes the copied weights back into the network, if there are any. */
    void putBack() {
        if (weights.isEmpty()) {
            return;
        }
        for (Parameter parameter : network.parameters().values()) {
            float[] values = Objects.requireNonNull(weights.get(parameter.name()));
            System.arraycopy(values, 0, parameter.values(), 0, values.length);
        }
        network.weightsChanged();
    }

    /** The copies by name; empty before the first {@link #capture()}. */
    Map<String, float[]> copies() {
        return weights;
    }

    /** Replaces the copies by those of a checkpoint. */
    void restore(Map<String, float[]> copies) {
        weights.clear();
        weights.putAll(copies);
    }
}
