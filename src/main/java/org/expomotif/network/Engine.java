package org.expomotif.network;

/** What trains networks: this program's own layers, or a library's. */
public interface Engine {
    /** The engine of this program, on the processor: {@link Network#trainer}. */
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

    /** Name and device, as it really runs, for the user to read. */
    String description();

    /** Training of a network, which starts from its present weights. */
    NetworkTrainer trainer(Network network, TrainerOptions options);
}
