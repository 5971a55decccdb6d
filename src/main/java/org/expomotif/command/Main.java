package org.expomotif.command;

import java.io.ObjectInputFilter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.expomotif.run.AbruptEnd;
import org.expomotif.run.StandardError;
import org.expomotif.run.StandardOutput;
import org.expomotif.run.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;

/** The entry point: finds the command, runs it and turns every failure into one sentence and an exit code. */
public final class Main {
    private static final byte[] NO_MEMORY = (Commands.NAME + ": error: out of memory" + Failures.MORE_MEMORY + "\n")
            .getBytes(StandardCharsets.US_ASCII);

    /** The thread that ends the program: the first that has a failure to report, or the main thread. */
    private static @Nullable Thread ending;

    /** Whether the failure that ends the process has been printed on standard error. */
    private static volatile boolean reported;

    /** Whether {@link #main} was called, so that a failure ends the process. */
    private static volatile boolean ownsProcess;

    private Main() {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        ownsProcess = true;
        refuseSerializedObjects();
        StandardOutput.useDescriptor();
        StandardError.useDescriptor();
        loadExitClasses();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> endAfterUncaught(failure, arguments));
        try {
            int code = run(arguments);
            System.out.flush();
            claimExitOrWait();
            exit(code);
        } catch (OutOfMemoryError | LinkageError e) {
            // Java links code when the code first runs. A lack of memory during linking is reported as a linkage error.
            endWithoutMemory();
            waitForExit();
        }
    }

    /** Loads the classes of this program and of Java that are needed to end a process that has no memory left. */
    private static void loadExitClasses() {
        AbruptEnd.prepare();
        if (isShuttingDown()) {
            waitForExit(); // a signal ends the process already
        }
        if (!Failures.moreMemoryHelps(new OutOfMemoryError("Java heap space"))) {
            throw new IllegalStateException("a full Java heap is not detected");
        }
    }

    /**
     * Whether this thread is the one that reports a failure and ends the program. The first thread that calls this
     * method is chosen.
     */
    private static synchronized boolean claimExit() {
        if (ending == null) {
            ending = Thread.currentThread();
        }
        return ending == Thread.currentThread();
    }

    /**
     * Returns if this thread is the one that ends the program. In any other thread, waits until the process has ended.
     */
    private static void claimExitOrWait() {
        if (!claimExit()) {
            waitForExit();
        }
    }

    /**
     * Ends the program after an uncaught failure of a thread, with the message and the exit code of the same failure on
     * the main thread. Without this handler the failure would be lost, and a thread that waits for the result would
     * wait forever.
     */
    private static void endAfterUncaught(Throwable failure, String... arguments) {
        try {
            if (failure instanceof OutOfMemoryError memory && Failures.moreMemoryHelps(memory)) {
                endWithoutMemory();
            } else if (claimExit()) {
                String command = arguments.length == 0 ? "" : arguments[0];
                int code = Failures.report(failure, command, isDebug(arguments));
                reported = true;
                if (!isShuttingDown()) {
                    exit(code);
                }
            }
        } catch (OutOfMemoryError | LinkageError e) {
            endWithoutMemory();
        }
    }

    /** Ends the process; after a lack of memory without the shutdown hooks, which would need some. */
    private static void exit(int code) {
        if (code == Failures.MEMORY) {
            AbruptEnd.with(code);
        }
        System.exit(code);
    }

    private static boolean isDebug(String... arguments) {
        return List.of(arguments).contains("--debug");
    }

    /** Whether the program is already ending: a call of {@link System#exit} in a shutdown hook would never return. */
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

    /** Waits forever: another thread has failed and will end the process with its exit code. */
    private static void waitForExit() {
        while (true) {
            LockSupport.park();
        }
    }

    /**
     * Ends the program with a message that was prepared at the start, because there is no memory left to build one.
     * Returns without effect when another thread is ending the program.
     */
    private static void endWithoutMemory() {
        if (!claimExit()) {
            return;
        }
        try {
            if (!reported) {
                StandardError.lastWords(NO_MEMORY);
            }
        } finally {
            AbruptEnd.with(Failures.MEMORY);
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
        return switch (arguments[0]) {
            case "--help", "-h", "help" -> help(arguments);
            case "--version", "-V", "version" -> version();
            default -> command(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
        };
    }

    private static int version() {
        System.out.println(Commands.NAME + " " + Version.number());
        return 0;
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
                return report(failure, name, debug);
            });
            return line.execute(arguments);
        } catch (ExecutionException e) {
            return report(Failures.unwrapped(e), name, debug);
        } catch (RuntimeException | Error e) {
            return report(e, name, debug);
        }
    }

    /** Reports a failure of a command, unless another thread has reported one and is ending the process. */
    private static int report(Throwable failure, String name, boolean debug) {
        if (ownsProcess) {
            claimExitOrWait();
        }
        int code = Failures.report(failure, name, debug);
        reported = true;
        return code;
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
