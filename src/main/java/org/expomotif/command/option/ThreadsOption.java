package org.expomotif.command.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --threads}, as a mixin. Results do not depend on it. */
public final class ThreadsOption {
    /** Maximum number of threads per processor; more threads use memory without a gain in speed. */
    private static final int MAXIMUM_PER_PROCESSOR = 4;

    /** The number of threads that is allowed on any machine. */
    private static final int ALWAYS_ALLOWED = 16;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

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
            throw new ParameterException(spec.commandLine(), "--threads: expected at least 1, found " + threads);
        }
        return Math.min(
                threads,
                Math.max(
                        ALWAYS_ALLOWED,
                        MAXIMUM_PER_PROCESSOR * Runtime.getRuntime().availableProcessors()));
    }
}
