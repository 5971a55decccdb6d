package org.expomotif.command;

import java.io.ObjectInputFilter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.expomotif.run.StandardError;
import org.expomotif.run.StandardOutput;
import org.expomotif.run.Version;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;

/** The entry point: finds the command, runs it and turns every failure into one sentence and an exit code. */
public final class Main {
    private static final byte[] NO_MEMORY = (Commands.NAME + ": error: out of memory" + Failures.MORE_MEMORY + "\n")
            .getBytes(StandardCharsets.US_ASCII);

    private static final AtomicBoolean ENDING = new AtomicBoolean();

    private Main() {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        refuseSerializedObjects();
        StandardOutput.useDescriptor();
        StandardError.useDescriptor();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> died(failure, arguments));
        try {
            int code = run(arguments);
            System.out.flush();
            if (!ENDING.compareAndSet(false, true)) {
                waitForTheEnd();
            }
            System.exit(code);
        } catch (OutOfMemoryError e) {
            endWithoutMemory();
        }
    }

    /**
     * Ends the program when a thread has died, with the sentence and the exit code that the same failure has on the
     * main thread. Otherwise the failure would be lost, and a thread that waits for it would wait forever.
     */
    private static void died(Throwable failure, String... arguments) {
        try {
            if (failure instanceof OutOfMemoryError memory && Failures.moreWouldDo(memory)) {
                endWithoutMemory();
            } else if (ENDING.compareAndSet(false, true)) {
                String command = arguments.length == 0 ? "" : arguments[0];
                int code = Failures.report(failure, command, isDebug(arguments));
                if (!isShuttingDown()) {
                    System.exit(code);
                }
            }
        } catch (OutOfMemoryError e) {
            ENDING.set(false);
            endWithoutMemory();
        }
    }

    private static boolean isDebug(String... arguments) {
        return List.of(arguments).contains("--debug");
    }

    /** Whether the program is already ending. A call of exit in a shutdown hook would never return. */
    private static boolean isShuttingDown() {
        try {
            Thread hook = new Thread(() -> {});
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Another thread has failed and is about to end the program with its exit code. */
    private static void waitForTheEnd() {
        while (true) {
            LockSupport.park();
        }
    }

    /** Ends the program with a message that was prepared at the start, as there is no memory left to build one. */
    private static void endWithoutMemory() {
        try {
            if (ENDING.compareAndSet(false, true)) {
                StandardError.unescaped().write(NO_MEMORY, 0, NO_MEMORY.length);
                StandardError.unescaped().flush();
            }
            System.exit(Failures.MEMORY);
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(Failures.MEMORY);
        }
    }

    /** Disables Java serialization: no input needs it, and a crafted file could use it to run code. */
    private static void refuseSerializedObjects() {
        ObjectInputFilter.Config.setSerialFilter(object ->
                object.serialClass() == null ? ObjectInputFilter.Status.UNDECIDED : ObjectInputFilter.Status.REJECTED);
    }

    /**
     * Runs a command in this process.
     *
     * @return 0 done; 1 wrong input or an error of the machine; 2 wrong command line; 3 out of memory
     */
    public static int run(String... arguments) {
        if (arguments.length == 0) {
            StandardError.block(Commands.help());
            return Failures.COMMAND_LINE;
        }
        switch (arguments[0]) {
            case "--help", "-h", "help" -> {
                return help(arguments);
            }
            case "--version", "-V", "version" -> {
                System.out.println(Commands.NAME + " " + Version.number());
                return 0;
            }
            default -> {
                return command(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
            }
        }
    }

    private static int help(String... arguments) {
        if (arguments.length > 1 && arguments[0].equals("help")) {
            return command(arguments[1], "--help");
        }
        System.out.print(Commands.help());
        return 0;
    }

    private static int command(String name, String... arguments) {
        Optional<Commands.Entry> entry = Commands.find(name);
        if (entry.isEmpty()) {
            return unknown(name);
        }
        boolean debug = isDebug(arguments);
        try {
            CommandLine line = Commands.commandLine(entry.get());
            line.setExecutionExceptionHandler((failure, where, parsed) -> {
                if (failure instanceof ParameterException fault) {
                    return Failures.commandLineAtFault(fault, arguments);
                }
                return Failures.report(failure, name, debug);
            });
            return line.execute(arguments);
        } catch (ExecutionException e) {
            return Failures.report(Failures.unwrapped(e), name, debug);
        } catch (RuntimeException | Error e) {
            return Failures.report(e, name, debug);
        }
    }

    private static int unknown(String name) {
        String what = name.startsWith("-")
                ? "the option " + name + " needs a command before it"
                : "no command '" + name + "'";
        String nearest = Commands.COMMANDS.stream()
                .map(Commands.Entry::name)
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .filter(known -> distance(known, name) <= Math.min(2, name.length() / 2)
                        || !name.isEmpty() && known.startsWith(name))
                .map(known -> "; did you mean " + known + "?")
                .orElse("");
        StandardError.line(Commands.NAME + ": error: " + what + nearest);
        StandardError.line("All commands: " + Commands.NAME + " --help");
        return Failures.COMMAND_LINE;
    }

    /** The Levenshtein distance of two words: the number of letters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
