package org.expomotif.network.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.network.spec.NetworkSpec;

/**
 * The metadata of a model file.
 *
 * @param classes names of the outputs
 * @param inputLength bases per sample
 * @param architecture the network's name
 * @param activation the first layer's activation
 * @param options the training options by name
 * @param metrics performance metrics by name
 * @param seed the training seed
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
    /** Copies the collections and keeps their order. */
    public ModelInfo {
        classes = List.copyOf(classes);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** A copy with other names of the outputs. */
    public ModelInfo withClasses(List<String> names) {
        return new ModelInfo(names, inputLength, architecture, activation, options, metrics, seed, version);
    }

    /** The metadata of a network with this description. */
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
