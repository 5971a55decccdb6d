package org.expomotif.network.parallel;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A fixed number of threads that run numbered tasks in stages. The calling thread runs tasks too and returns when all
 * stages are finished. Waiting threads first spin, because the next stage usually follows within microseconds, then
 * yield, then sleep.
 *
 * <p>The assignment of tasks to threads is not deterministic, and results must not depend on it. A thread first tries
 * the tasks that it ran in the previous stage, because their data are still in its cache.
 */
public final class WorkerTeam implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int SPINS = 4000;
    private static final int YIELDS = 100;
    private static final long NAP_NANOS = 20_000;

    private final Workers workers = new Workers();
    private final int threads;
    private final Cleaner.Cleanable cleanable;

    /** Work in stages of numbered tasks. All tasks of a stage finish before the next stage starts. */
    interface Work {
        /** Number of stages. */
        int stages();

        /** Number of tasks in every stage. */
        int tasks();

        /** Called once before the tasks of a stage. */
        void open(int stage);

        /** Runs one task of a stage. */
        void run(int stage, int task);
    }

    public WorkerTeam(int threads) {
        this.threads = Math.max(1, threads);
        Workers shared = workers;
        cleanable = CLEANER.register(this, shared::stop);
    }

    /** Runs all stages; the first exception is thrown to the caller. */
    synchronized void run(Work work) {
        if (threads == 1 || work.tasks() == 1) {
            for (int stage = 0; stage < work.stages(); stage++) {
                work.open(stage);
                for (int task = 0; task < work.tasks(); task++) {
                    work.run(stage, task);
                }
            }
        } else if (work.stages() > 0 && work.tasks() > 0) {
            workers.ensureThreads(threads - 1);
            workers.run(work);
        }
    }

    /** Runs {@code work} for 0 to {@code tasks - 1}; the first exception is thrown to the caller. */
    public void run(int tasks, IntConsumer work) {
        run(new Work() {
            @Override
            public int stages() {
                return 1;
            }

            @Override
            public int tasks() {
                return tasks;
            }

            @Override
            public void open(int stage) {
                // Nothing to prepare.
            }

            @Override
            public void run(int stage, int task) {
                work.accept(task);
            }
        });
    }

    /** Ends the threads. They also end when an unreachable team is garbage collected. */
    @Override
    public void close() {
        cleanable.clean();
    }

    /**
     * The state that the threads refer to. It does not refer to the team, so that the team can be garbage collected.
     */
    private static final class Workers {
        private final List<Thread> members = new ArrayList<>();
        private final TaskClaims stages = new TaskClaims();
        private volatile boolean stopped;

        void ensureThreads(int count) {
            while (members.size() < count) {
                int index = members.size() + 1;
                Thread thread = new Thread(() -> loop(index), "network-" + index);
                thread.setDaemon(true);
                members.add(thread);
                thread.start();
            }
        }

        void run(Work work) {
            stages.begin(work);
            for (int i = 0; i < members.size(); i++) {
                LockSupport.unpark(members.get(i));
            }
            int idle = 0;
            while (stages.running()) {
                idle = stages.runUnclaimed(0, members.size() + 1) ? 0 : backOff(idle);
            }
            stages.end();
        }

        void stop() {
            stopped = true;
            for (Thread member : members) {
                LockSupport.unpark(member);
            }
        }

        private void loop(int index) {
            int idle = 0;
            while (!stopped) {
                if (stages.runUnclaimed(index, members.size() + 1)) {
                    idle = 0;
                } else if (stages.running() || idle < SPINS + YIELDS) {
                    idle = backOff(idle);
                } else {
                    LockSupport.park(this);
                    idle = SPINS;
                }
            }
        }

        @SuppressWarnings("ThreadPriorityCheck") // yielding while spinning is for speed; nothing relies on it
        private int backOff(int idle) {
            if (idle < SPINS) {
                Thread.onSpinWait();
            } else if (idle < SPINS + YIELDS) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(this, NAP_NANOS);
                return idle;
            }
            return idle + 1;
        }
    }
}
