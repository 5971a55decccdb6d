package org.expomotif.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.expomotif.run.StandardOutput;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the user reads when something fails, and the exit code: one sentence, no stack trace unless {@code --debug}. */
final class Failures {
    /** The input or the machine is at fault. */
    static final int INPUT = 1;
    /** The command line is at fault. */
    static final int COMMAND_LINE = 2;

    private Failures() {}

    /** Tells a fault of the command line and where the options are explained. */
    static int commandLineAtFault(ParameterException fault, String... arguments) {
        String command = fault.getCommandLine().getCommandName();
        String sentence = Values.sentence(fault);
        List<String> suggestions =
                fault instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!suggestions.isEmpty()) {
            sentence += "; did you mean " + String.join(" or ", suggestions) + "?";
        }
        PrintStream err = System.err;
        err.println(Expomotif.NAME + " " + command + ": error: " + sentence);
        err.println("Options and an example: " + Expomotif.NAME + " " + command + " --help");
        if (List.of(arguments).contains("--debug")) {
            fault.printStackTrace(err);
        }
        return COMMAND_LINE;
    }

    /** Tells what went wrong while the command ran, and gives the exit code. */
    static int tell(Throwable failure, String command, boolean debug) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StandardOutput.ReaderGoneException) {
                return 0;
            }
        }
        PrintStream err = System.err;
        err.println(Expomotif.NAME + " " + command + ": error: " + sentence(failure));
        if (debug) {
            failure.printStackTrace(err);
        }
        return INPUT;
    }

    private static String sentence(Throwable failure) {
        return switch (failure) {
            case UserException user -> user.getMessage();
            case UncheckedIOException io -> sentence(io.getCause());
            case InvalidPathException name ->
                name.getInput() + ": the name is no path in this locale; set LC_ALL to a UTF-8 locale such as C.UTF-8";
            case FileSystemException system -> system.getFile() + ": " + reason(system, system.getReason());
            case IOException io -> reason(io, io.getMessage());
            case OutOfMemoryError memory ->
                "the memory does not suffice (" + memory.getMessage()
                        + "); give Java more (EXPOMOTIF_JAVA_OPTS=-Xmx8g)," + " or fewer sequences at once";
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

    /** The failure inside picocli's wrapping. */
    static Throwable unwrapped(Throwable failure) {
        return failure instanceof CommandLine.ExecutionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }
}
