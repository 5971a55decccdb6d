package org.expomotif.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.expomotif.network.layer.Parameter;

/** The gradients of this program's own engine, for tests of another engine. */
public final class Gradients {
    private Gradients() {}

    /** Gradient of the loss in training mode for every trained parameter; the network's weights stay as they are. */
    public static Map<String, float[]> of(Network network, byte[][] codes, float[] labels, int n) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        try (Trainer trainer = network.trainer(new TrainerOptions(n, 1e-3, 0, 1, 1))) {
            trainer.gradients(codes, labels, n);
            for (Parameter parameter : network.parameters().values()) {
                if (parameter.trained()) {
                    gradients.put(parameter.name(), trainer.gradient(parameter));
                }
            }
        }
        return gradients;
    }

    /** The loss of a batch in training mode. */
    public static double loss(Network network, byte[][] codes, float[] labels, int n) {
        try (Trainer trainer = network.trainer(new TrainerOptions(n, 1e-3, 0, 1, 1))) {
            return trainer.gradients(codes, labels, n);
        }
    }
}
