package org.expomotif.command.progress;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a run of several commands. While one is in force, the progress line of each command also shows the
 * step, and how much of the whole run is done and left. The times that the steps are expected to take are scaled by the
 * times that those before them took. Safe for use by several threads.
 */
public final class WholeProgress implements AutoCloseable {
    private static final double SECOND = 1e9;

    /** Steps that were expected to take less in all say nothing about the speed of the machine. */
    private static final double TELLING = 5;

    /** The progress of a step tells how long it will take once this share of it is done. */
    private static final double TELLING_SHARE = 0.02;

    private static volatile @Nullable WholeProgress current;

    private final List<Double> expected;
    private final double[] taken;
    private final LongSupplier nanoTime;

    private int step = -1;
    private long started;
    private int tasks;
    private int tasksBegun;

    private WholeProgress(List<Double> expected, LongSupplier nanoTime) {
        this.expected = List.copyOf(expected);
        this.taken = new double[expected.size()];
        this.nanoTime = nanoTime;
    }

    /**
     * Starts a run, whose progress is in force until it is closed.
     *
     * @param expected the seconds that each step is expected to take
     */
    public static WholeProgress begin(List<Double> expected) {
        return begin(expected, System::nanoTime);
    }

    static WholeProgress begin(List<Double> expected, LongSupplier nanoTime) {
        WholeProgress whole = new WholeProgress(expected, nanoTime);
        current = whole;
        return whole;
    }

    /** The run in force, if there is one. */
    static @Nullable WholeProgress current() {
        return current;
    }

    /**
     * Starts a step.
     *
     * @param number number of the step, from 0
     * @param taskCount number of tasks of the step, each of which reports its own progress
     */
    public synchronized void step(int number, int taskCount) {
        step = number;
        tasks = taskCount;
        tasksBegun = 0;
        started = nanoTime.getAsLong();
    }

    /** Ends the step. */
    public synchronized void done() {
        taken[step] = seconds();
    }

    /** A step that is not run, because its result is there already. */
    public synchronized void skipped(int number) {
        step = number;
        taken[number] = Double.NaN;
    }

    /** Reports that a task of the step begins. */
    synchronized void taskBegins() {
        tasksBegun++;
    }

    /** What precedes the name of a task: {@code [3/12] }. */
    synchronized String prefix() {
        return step < 0 ? "" : "[" + (step + 1) + "/" + expected.size() + "] ";
    }

    /**
     * What follows the progress of a task: {@code ; all steps 35%, about 6 min left}.
     *
     * @param share the share of the task that is done, 0 when unknown
     */
    synchronized String suffix(double share) {
        if (step < 0) {
            return "";
        }
        double speed = speed();
        double now = seconds();
        double ofStep = tasks == 0 ? 0 : Math.min(1, (Math.max(0, tasksBegun - 1) + share) / tasks);
        double left = ofStep >= TELLING_SHARE && now >= TELLING
                ? now * (1 - ofStep) / ofStep
                : Math.max(speed * expected.get(step) - now, 0);
        double before = 0;
        for (int i = 0; i < step; i++) {
            before += Double.isNaN(taken[i]) ? 0 : taken[i];
        }
        for (int i = step + 1; i < taken.length; i++) {
            left += speed * expected.get(i);
        }
        double done = (before + now) / (before + now + left);
        return String.format(Locale.ROOT, "; all steps %.0f%%, about %s left", 100 * done, TerminalProgress.time(left));
    }

    /** Seconds taken per second expected, so far. */
    private double speed() {
        double sum = 0;
        double wanted = 0;
        for (int i = 0; i < step; i++) {
            if (!Double.isNaN(taken[i])) {
                sum += taken[i];
                wanted += expected.get(i);
            }
        }
        return wanted < TELLING ? 1 : sum / wanted;
    }

    private double seconds() {
        return (nanoTime.getAsLong() - started) / SECOND;
    }

    @Override
    public void close() {
        current = null;
    }
}
