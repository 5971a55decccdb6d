package org.expomotif.command.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --threads}, as a mixin. Results do not depend on it. */
public final class ThreadsOption extends OptionMixin {
    /** Maximum number of threads per processor; more threads use memory without a gain in speed. */
    private static final int MAX_PER_PROCESSOR = 4;

    /** The number of threads that is allowed on any machine. */
    private static final int ALWAYS_ALLOWED = 16;

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            order = 90,
            description = "Threads; default: all processors. Results do not depend on it.")
    private @Nullable Integer threads;

    ThreadsOption() {}

    /**
     * The number of threads.
     *
     * @throws ParameterException when it is below 1
     */
    public int count() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1) {
            throw fault("--threads: expected at least 1, found " + threads);
        }
        return Math.min(
                threads,
                Math.max(
                        ALWAYS_ALLOWED, MAX_PER_PROCESSOR * Runtime.getRuntime().availableProcessors()));
    }
}
