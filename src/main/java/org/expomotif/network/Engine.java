package org.expomotif.network;

/** An implementation of training: this program's own layers, or a library. */
public interface Engine {
    /** The engine of this program, which runs on the CPU: {@link Network#trainer}. */
    Engine SIMD = new Engine() {
        @Override
        public String description() {
            return Network.vectorized() ? "simd on the processor's vectors" : "simd without vectors";
        }

        @Override
        public NetworkTrainer trainer(Network network, TrainerOptions options) {
            return network.trainer(options);
        }
    };

    /** Name and device of the engine as it actually runs, for the user. */
    String description();

    /** Creates a trainer of a network, which starts from the network's current weights. */
    NetworkTrainer trainer(Network network, TrainerOptions options);
}
