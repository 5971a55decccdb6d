package org.expomotif.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.expomotif.run.UserException;

/**
 * What Jazzer calls with every input: hands it to one parser, which must return or throw {@link UserException} whose
 * message names the file and is harmless to a terminal. Everything else that is thrown is a finding, and so are more
 * than five seconds of processor time and more memory than the process has.
 */
public final class Fuzz {
    /** The name of the target that holds all others: the first byte of an input chooses among them. */
    static final String ALL = "all";

    /** Processor time that an input of at most 64 KiB may take. */
    private static final long MAX_NANOSECONDS = 5_000_000_000L;

    private static final List<Target> TARGETS = Targets.all();

    private static Path folder = Path.of("unset");
    private static boolean isAll;
    private static Target target = TARGETS.getFirst();
    private static final Map<String, Share> SHARES = new TreeMap<>();

    /** What a target has had of a run. */
    private record Share(long inputs, long nanoseconds) {
        Share plus(Share other) {
            return new Share(inputs + other.inputs, nanoseconds + other.nanoseconds);
        }
    }

    private Fuzz() {}

    /** Called once: the folder for the files of an input, and the name of the target. */
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        folder = Files.createTempDirectory(Path.of(arguments[0]), "run");
        isAll = arguments[1].equals(ALL);
        if (!isAll) {
            target = TARGETS.stream()
                    .filter(known -> known.name().equals(arguments[1]))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Called with every input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (!isAll) {
            check(target, input);
        } else if (input.length > 0) {
            check(TARGETS.get(Math.floorMod(input[0], TARGETS.size())), Arrays.copyOfRange(input, 1, input.length));
        }
    }

    /** Called at the end: says how many inputs each target has had, and how much processor time they took. */
    public static void fuzzerTearDown() {
        SHARES.forEach((name, share) -> System.err.printf(
                Locale.ROOT, "share of %s: %d inputs, %.1f s%n", name, share.inputs, share.nanoseconds / 1e9));
    }

    /**
     * Reads an input. One that took too long is read again, and only the second time counts: the first use of a target
     * also loads classes and native libraries, which takes seconds on a busy machine.
     */
    private static void check(Target chosen, byte[] input) throws IOException {
        if (processorTime(chosen, input) > MAX_NANOSECONDS) {
            long again = processorTime(chosen, input);
            if (again > MAX_NANOSECONDS) {
                throw new AssertionError(chosen.name() + ": " + again / 1_000_000 + " ms of processor time");
            }
        }
    }

    private static long processorTime(Target chosen, byte[] input) throws IOException {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            chosen.parser().parse(input, folder);
        } catch (UserException e) {
            checkMessage(e);
        }
        long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        SHARES.merge(chosen.name(), new Share(1, taken), Share::plus);
        return taken;
    }

    private static void checkMessage(UserException fault) {
        String message = String.valueOf(fault.getMessage());
        if (message.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("the message has a control character: " + escaped(message), fault);
        }
        if (!message.contains(Targets.INPUT)) {
            throw new AssertionError("the message does not name the file: " + escaped(message), fault);
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError) {
                throw new AssertionError("a limit of the machine is told as a fault of the file", cause);
            }
        }
    }

    private static String escaped(String message) {
        StringBuilder text = new StringBuilder();
        for (byte b : message.getBytes(StandardCharsets.UTF_8)) {
            text.append(b >= ' ' ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\x%02x", b & 0xFF));
        }
        return text.toString();
    }
}
