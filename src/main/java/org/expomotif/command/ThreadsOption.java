package org.expomotif.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --threads}, as a mixin. Results do not depend on it. */
final class ThreadsOption {
    /** More threads than this of a processor only take memory and wait for one another. */
    private static final int MOST_A_PROCESSOR = 4;

    /** As many may be started on any machine. */
    private static final int LEAST_MOST = 16;

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
    int count() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads: expected at least 1, found " + threads);
        }
        return Math.min(
                threads,
                Math.max(LEAST_MOST, MOST_A_PROCESSOR * Runtime.getRuntime().availableProcessors()));
    }
}
