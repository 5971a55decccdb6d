package org.expomotif.command.learn;

import org.expomotif.command.option.OptionMixin;
import org.expomotif.dl4j.Device;
import org.expomotif.dl4j.Dl4j;
import org.expomotif.network.Engine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The training engine and its device, as a mixin. */
final class EngineOptions extends OptionMixin {
    /** The engines. */
    enum Name {
        /** The engine of this program, on the CPU. */
        SIMD,
        /** Deeplearning4j. */
        DL4J
    }

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "simd",
            order = 51,
            description = "simd (this program's engine) or dl4j (Deeplearning4j, an add-on: docs/dl4j.md). Default:"
                    + " ${DEFAULT-VALUE}.")
    private Name engine = Name.SIMD;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            order = 52,
            description = "Device of dl4j: auto, cpu or gpu; no other device is used in its place. Default: auto.")
    private @Nullable Device device;

    EngineOptions() {}

    /** Rejects {@code --device} for the engine that has only one. */
    void check() {
        if (engine == Name.SIMD && device != null && device != Device.CPU) {
            throw fault("--device: the engine simd computes on the processor; add --engine dl4j");
        }
    }

    /** Loads the engine. */
    Engine engine() {
        return switch (engine) {
            case SIMD -> Engine.SIMD;
            case DL4J -> Dl4j.engine(device == null ? Device.AUTO : device);
        };
    }
}
