package org.expomotif.command.progress;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.expomotif.run.Progress;
import org.expomotif.run.StandardError;
import org.expomotif.run.VisibleText;

/**
 * Progress on standard error. On a terminal one line is redrawn at most ten times per second; elsewhere log lines
 * appear after ten seconds and then at growing intervals, up to one minute. The remaining time is shown once it can be
 * estimated: the speed of the first seconds, in which the JVM compiles, is not representative. Safe for use by several
 * threads. Names in messages are escaped by {@link VisibleText}.
 */
public final class TerminalProgress implements Progress {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final int BAR = 24;
    /** The remaining time is shown once this time has elapsed and this fraction of the work is done. */
    private static final long ESTIMATE_AFTER = 5 * SECOND;

    private static final double ESTIMATE_FRACTION = 0.02;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;

    private String task = "";
    private String unit = "";
    private long total;
    private long done;
    private long started;
    private long shown;
    private boolean drawn;
    private boolean logged;
    private long pause;

    TerminalProgress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    /** Creates a progress on standard error. */
    public static TerminalProgress onStandardError() {
        return new TerminalProgress(StandardError.unescaped(), isTerminal(), System::nanoTime);
    }

    /** Looks the descriptor up in {@code /proc} (the launcher may have passed it under another number). */
    @SuppressWarnings("SystemConsoleNull") // null again since JDK 25 when the streams are redirected (JDK-8351435)
    private static boolean isTerminal() {
        String descriptor = Objects.requireNonNullElse(System.getenv("EXPOMOTIF_STDERR"), "2");
        try {
            String device =
                    Files.readSymbolicLink(Path.of("/proc/self/fd", descriptor)).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException e) {
            Console console = System.console();
            return console != null && console.isTerminal();
        }
    }

    @Override
    public synchronized void start(String name, long units, String unitName) {
        wipe();
        WholeProgress whole = WholeProgress.current();
        if (whole != null) {
            whole.taskBegins();
        }
        task = (whole == null ? "" : whole.prefix()) + VisibleText.line(name);
        unit = VisibleText.line(unitName);
        total = units;
        done = 0;
        started = nanoTime.getAsLong();
        shown = started;
        logged = false;
        pause = 10 * SECOND;
        if (terminal) {
            draw();
        }
    }

    @Override
    public synchronized void advance(long amount) {
        done += amount;
        long now = nanoTime.getAsLong();
        if (now - shown < (terminal ? 100 * MILLISECOND : pause)) {
            return;
        }
        shown = now;
        if (terminal) {
            draw();
        } else {
            logged = true;
            pause = Math.min(60 * SECOND, pause + 10 * SECOND);
            out.println(line(now));
        }
    }

    @Override
    public synchronized void note(String message) {
        wipe();
        out.println(VisibleText.line(message));
        if (terminal && !task.isEmpty()) {
            draw();
        }
    }

    @Override
    public void warn(String message) {
        note("warning: " + message);
    }

    @Override
    public synchronized void finish() {
        wipe();
        long now = nanoTime.getAsLong();
        if (!task.isEmpty() && (logged || now - started > 2_000 * MILLISECOND)) {
            out.println(task + ": " + count(done) + " " + unit + " in " + time(now - started));
        }
        task = "";
    }

    private void draw() {
        out.print("\r" + line(nanoTime.getAsLong()) + "\u001b[K");
        out.flush();
        drawn = true;
    }

    private void wipe() {
        if (drawn) {
            out.print("\r\u001b[K");
            out.flush();
            drawn = false;
        }
    }

    private String line(long now) {
        long elapsed = now - started;
        WholeProgress whole = WholeProgress.current();
        if (total <= 0) {
            return task + ": " + count(done) + " " + unit + (whole == null ? ", " + time(elapsed) : whole.suffix(0));
        }
        double part = Math.min(1, (double) done / total);
        StringBuilder text = new StringBuilder(task);
        if (terminal && whole == null) {
            int filled = (int) (part * BAR);
            text.append(" [")
                    .append("=".repeat(filled))
                    .append(" ".repeat(BAR - filled))
                    .append(']');
        } else {
            text.append(':');
        }
        text.append(String.format(Locale.ROOT, " %3.0f%% ", 100 * part));
        text.append(count(done)).append('/').append(count(total)).append(' ').append(unit);
        if (whole != null) {
            text.append(whole.suffix(part));
        } else if (done > 0 && done < total && elapsed >= ESTIMATE_AFTER && part >= ESTIMATE_FRACTION) {
            text.append(", ").append(time((long) (elapsed * (1 - part) / part))).append(" left");
        }
        return text.toString();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String time(long nanos) {
        return time(nanos / 1e9);
    }

    /** A time in words: {@code 40 s}, {@code 6 min 05 s}, {@code 2 h 30 min}. */
    static String time(double exactSeconds) {
        long seconds = Math.round(exactSeconds);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }
}
