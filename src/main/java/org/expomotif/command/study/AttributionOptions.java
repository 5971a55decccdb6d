package org.expomotif.command.study;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.attribution.AttributionMethodName;
import org.expomotif.benchmark.AttributionTask;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import picocli.CommandLine.Option;

/** The options of the task {@code attribution} alone, as a mixin. */
final class AttributionOptions extends OptionMixin {
    @Option(
            names = "--methods",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            description = "attribution: methods. Default: saliency, mutagenesis, integrated-gradients, deepshap.")
    private List<String> methods = new ArrayList<>(AttributionTask.methodNames());

    AttributionOptions() {}

    /** Rejects these options, for another task. */
    void checkAbsent() {
        check(methods.equals(AttributionTask.methodNames()), "--methods applies to attribution");
    }

    /** Rejects unknown names and empty lists. */
    void check(List<String> networks, List<String> activations) {
        networks.forEach(name -> check(
                Architectures.has(name),
                "--networks: expected some of " + String.join(", ", Architectures.names()) + "; found " + name));
        List<String> known = AttributionTask.methodNames();
        methods.forEach(name -> check(
                known.contains(name), "--methods: expected some of " + String.join(", ", known) + "; found " + name));
        activations.forEach(name -> named("--activations", name, Activation::named));
        check(!networks.isEmpty(), "--networks: expected at least one");
        check(!activations.isEmpty(), "--activations: expected at least one");
        check(!methods.isEmpty(), "--methods: expected at least one");
    }

    /** The methods. */
    List<AttributionMethodName> methods() {
        List<String> known = AttributionTask.methodNames();
        return methods.stream()
                .map(name -> AttributionTask.METHODS.get(known.indexOf(name)))
                .toList();
    }
}
