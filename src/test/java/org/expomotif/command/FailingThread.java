package org.expomotif.command;

import org.expomotif.run.UserException;

/**
 * Runs the program while another thread fails. The first argument is the kind of failure; the others are the command
 * line. For tests that start it in a separate process.
 */
final class FailingThread {
    private FailingThread() {}

    /** Starts the thread, which fails once the program has begun. */
    public static void main(String[] arguments) {
        String kind = arguments[0];
        if (kind.equals("hook")) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> fail("bug")));
        }
        Thread.ofPlatform().daemon().start(() -> {
            while (Thread.getDefaultUncaughtExceptionHandler() == null) {
                Thread.onSpinWait();
            }
            fail(kind);
        });
        String[] command = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, command, 0, command.length);
        Main.main(command);
    }

    private static void fail(String kind) {
        switch (kind) {
            case "bug" -> throw new IllegalStateException("x\u001b[31m");
            case "user" -> throw new UserException("it is empty").in("a.fa");
            case "memory" -> throw new OutOfMemoryError("Java heap space");
            case "error" -> throw new StackOverflowError();
            case "library" -> {
                System.err.println("a library\u001b[31m says ö\u202e");
                System.exit(0);
            }
            case "hook" -> System.exit(5);
            default -> throw new IllegalArgumentException(kind);
        }
    }
}
