package org.expomotif.dl4j;

import org.expomotif.network.Engine;
import org.expomotif.network.Network;
import org.expomotif.network.NetworkTrainer;
import org.expomotif.network.TrainerOptions;

/** The DL4J engine on the loaded backend. */
record Dl4jEngine(Backend backend) implements Engine {
    @Override
    public String description() {
        return backend.description();
    }

    @Override
    public NetworkTrainer trainer(Network network, TrainerOptions options) {
        return new Dl4jTrainer(network, options, LayerImplementation.training());
    }
}
