package org.expomotif.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.expomotif.command.option.OptionValues;
import org.expomotif.run.StandardError;
import org.expomotif.run.StandardOutput;
import org.expomotif.run.UserException;
import org.expomotif.run.VisibleText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Error messages and exit codes: one sentence per failure, without a stack trace unless {@code --debug} is given. */
final class Failures {
    /** Exit code of wrong input and of errors of the machine. */
    static final int INPUT = 1;
    /** Exit code of a wrong command line. */
    static final int COMMAND_LINE = 2;
    /** Exit code when memory runs out: the same run may succeed with more. */
    static final int MEMORY = 3;

    /** The remedy, appended to messages about memory. */
    static final String MORE_MEMORY =
            "; give Java more (EXPOMOTIF_JAVA_OPTS=-Xmx8g), or work on fewer sequences at once";

    private Failures() {}

    /** Reports an error of the command line, with the command that explains the options. */
    static int commandLineAtFault(ParameterException fault, String... arguments) {
        String command = fault.getCommandLine().getCommandName();
        String sentence = OptionValues.sentence(fault);
        List<String> suggestions =
                fault instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!suggestions.isEmpty()) {
            sentence += "; did you mean " + String.join(" or ", suggestions) + "?";
        }
        StandardError.line(Commands.NAME + " " + command + ": error: " + sentence);
        StandardError.line("Options and an example: " + Commands.NAME + " " + command + " --help");
        if (List.of(arguments).contains("--debug")) {
            StandardError.trace(fault);
        }
        return COMMAND_LINE;
    }

    /** Reports a failure of a running command and returns the exit code. */
    static int report(Throwable failure, String command, boolean debug) {
        if (cause(failure, StandardOutput.ReaderGoneException.class).isPresent()) {
            return 0;
        }
        Optional<OutOfMemoryError> memory = cause(failure, OutOfMemoryError.class);
        boolean more = memory.isPresent() && moreMemoryHelps(memory.get());
        String text = Commands.NAME + " " + command + ": error: "
                + (memory.isPresent() ? sentence(memory.get()) : sentence(failure));
        if (more) {
            // Nothing after this call may allocate memory, because a second failure would print a second message.
            StandardError.lastWords((VisibleText.line(text) + "\n").getBytes(StandardCharsets.UTF_8));
        } else {
            StandardError.line(text);
        }
        if (debug) {
            StandardError.trace(failure);
        }
        return more ? MEMORY : INPUT;
    }

    /** The first of the failure and its causes that has the given type. */
    private static <T> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether more memory would help. Java also throws this error at limits on the number of threads and on the length
     * of an array, where it does not help.
     */
    static boolean moreMemoryHelps(OutOfMemoryError memory) {
        return !tooManyThreads(memory) && !tooLong(memory);
    }

    private static boolean tooManyThreads(OutOfMemoryError memory) {
        return message(memory).contains("native thread");
    }

    private static boolean tooLong(OutOfMemoryError memory) {
        return message(memory).contains("VM limit") || message(memory).contains("implementation limit");
    }

    private static String message(OutOfMemoryError memory) {
        return reason(memory, memory.getMessage());
    }

    private static String sentence(OutOfMemoryError memory) {
        if (tooManyThreads(memory)) {
            return "the system cannot start more threads (" + message(memory)
                    + "); use fewer --threads, or raise the limit of processes (ulimit -u)";
        }
        if (tooLong(memory)) {
            return "the run needs a longer array than Java allows (" + message(memory)
                    + "); work on shorter or fewer sequences at once";
        }
        return "out of memory (" + message(memory) + ")" + MORE_MEMORY;
    }

    private static String sentence(Throwable failure) {
        return switch (failure) {
            case UserException user -> user.getMessage();
            case UncheckedIOException io -> sentence(Objects.requireNonNull(io.getCause()));
            case InvalidPathException name ->
                name.getInput()
                        + ": the name is not a valid path in this locale; set LC_ALL to a UTF-8 locale such as C.UTF-8";
            case FileSystemException system -> system.getFile() + ": " + reason(system, system.getReason());
            case IOException io -> reason(io, io.getMessage());
            case RuntimeException library
            when library.getClass().getName().startsWith("htsjdk.") -> reason(library, library.getMessage());
            default ->
                "a bug in expomotif (" + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                        + "); run again with --debug and report what it prints";
        };
    }

    private static String reason(Throwable failure, @Nullable String message) {
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** The failure that picocli's exception wraps. */
    static Throwable unwrapped(Throwable failure) {
        return failure instanceof CommandLine.ExecutionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }
}
