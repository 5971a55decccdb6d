package org.expomotif.command.option;

import picocli.CommandLine.Option;

/** {@code --seed}, as a mixin: the same seed gives the same bytes. */
public final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            order = 91,
            description = "Seed of all random numbers; the same seed gives the same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    SeedOption() {}

    /** The seed. */
    public long value() {
        return seed;
    }
}
