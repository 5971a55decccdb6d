package org.expomotif.command;

import java.util.List;
import java.util.Map;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;

/** Models of eight bases that have learned nothing. */
public final class TinyModels {
    private TinyModels() {}

    /** Writes a model of these classes. */
    public static void write(String path, List<String> classes) {
        NetworkSpec spec = new NetworkSpec(
                "tiny",
                8,
                classes.size(),
                List.of(
                        new LayerSpec.Convolution(2, 3, LayerSpec.Padding.SAME, true, Activation.named("relu"), 0),
                        new LayerSpec.MaxPool(4, LayerSpec.Padding.VALID)));
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), 1);
        new Model(network, ModelInfo.of(spec, classes, Map.of(), Map.of(), 1, "0")).write(path);
    }
}
