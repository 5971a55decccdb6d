package org.expomotif.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model file says beside the weights.
 *
 * @param classes names of the outputs
 * @param inputLength bases a sample has
 * @param architecture the network's name
 * @param activation the first layer's activation
 * @param options how it was trained, option by option
 * @param metrics figures of merit by name
 * @param seed the seed it was trained with
 * @param version the program's version
 */
public record ModelInfo(
        List<String> classes,
        int inputLength,
        String architecture,
        String activation,
        Map<String, String> options,
        Map<String, Double> metrics,
        long seed,
        String version) {
    /** Keeps copies, in the order given. */
    public ModelInfo {
        classes = List.copyOf(classes);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** The facts of a network of this description. */
    public static ModelInfo of(
            NetworkSpec spec,
            List<String> classes,
            Map<String, String> options,
            Map<String, Double> metrics,
            long seed,
            String version) {
        return new ModelInfo(
                classes,
                spec.inputLength(),
                spec.name(),
                spec.firstActivation().name(),
                options,
                metrics,
                seed,
                version);
    }
}
