package org.expomotif.network.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The state that the threads of a {@link WorkerTeam} share. Stages are numbered consecutively over all calls.
 * {@code taken[i]} is the number of the last stage whose task i was claimed: a thread claims task i of stage s by
 * changing it from s - 1 to s, so a late thread with an old stage number claims nothing. The thread that finishes the
 * last task of a stage opens the next one. Stages allocate no memory.
 */
final class TaskClaims {
    /**
     * Marks tasks that the current work does not have. An old stage number would be wrong here: a thread still in the
     * last stage would claim such a task as soon as the next work has it, and count it as done.
     */
    private static final int NO_TASK = Integer.MIN_VALUE;

    private AtomicIntegerArray taken = new AtomicIntegerArray(StepProgram.PARTS);
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private WorkerTeam.@Nullable Work work;
    private int tasks;
    private int last;
    private int first = 1;
    private volatile int current;
    private volatile boolean running;

    /** Starts work. Must be called by one thread, and only when no work is running. */
    void begin(WorkerTeam.Work started) {
        int now = current;
        work = started;
        tasks = started.tasks();
        first = now + 1;
        last = now + started.stages();
        AtomicIntegerArray claims = taken.length() < tasks ? new AtomicIntegerArray(tasks) : taken;
        for (int i = 0; i < claims.length(); i++) {
            claims.set(i, i < tasks ? now : NO_TASK);
        }
        taken = claims;
        running = true;
        open(now + 1);
    }

    private void open(int stage) {
        try {
            if (work != null && failure.get() == null) {
                work.open(stage - first);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
        left.set(tasks);
        current = stage;
    }

    /** Whether a stage is unfinished. */
    boolean running() {
        return running;
    }

    /**
     * Runs the unclaimed tasks of the current stage; returns false if there were none.
     *
     * @param member number of the calling thread, from 0 to {@code members - 1}; threads start at different tasks
     */
    boolean runUnclaimed(int member, int members) {
        int stage = current;
        AtomicIntegerArray claims = taken;
        int count = Math.min(tasks, claims.length());
        boolean claimed = false;
        int start = count * member / members;
        for (int i = 0; i < count; i++) {
            int task = start + i < count ? start + i : start + i - count;
            if (claims.get(task) == stage - 1 && claims.compareAndSet(task, stage - 1, stage)) {
                claimed = true;
                work(stage, task);
            }
        }
        return claimed;
    }

    private void work(int stage, int task) {
        try {
            if (work != null && failure.get() == null) {
                work.run(stage - first, task);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
        if (left.decrementAndGet() == 0) {
            if (stage == last) {
                running = false;
            } else {
                open(stage + 1);
            }
        }
    }

    /** Throws the first exception of the work, if any. */
    void end() {
        work = null;
        Throwable thrown = failure.getAndSet(null);
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }
}
