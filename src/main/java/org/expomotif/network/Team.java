package org.expomotif.network;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A fixed number of threads that share out numbered tasks, stage after stage. The calling thread works too and returns
 * when all stages are done. Waiting threads spin for a moment, because the next stage usually follows within
 * microseconds, then give way, then sleep.
 *
 * <p>Which thread takes which task is left to chance: tasks must not depend on it. A thread first tries the tasks that
 * it had in the stage before, whose numbers are still in its cache.
 */
final class Team implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int SPINS = 4000;
    private static final int YIELDS = 100;
    private static final long NAP_NANOS = 20_000;

    private final Crew crew = new Crew();
    private final int threads;
    private final Cleaner.Cleanable cleanable;

    /** Stages of numbered tasks. All tasks of a stage end before the next stage opens. */
    interface Work {
        /** Number of stages. */
        int stages();

        /** Number of tasks in every stage. */
        int tasks();

        /** Called once before a stage's tasks. */
        void open(int stage);

        /** One task of a stage. */
        void run(int stage, int task);
    }

    Team(int threads) {
        this.threads = Math.max(1, threads);
        Crew shared = crew;
        cleanable = CLEANER.register(this, shared::dismiss);
    }

    /** Runs all stages; the first failure is thrown here. */
    synchronized void run(Work work) {
        if (threads == 1 || work.tasks() == 1) {
            for (int stage = 0; stage < work.stages(); stage++) {
                work.open(stage);
                for (int task = 0; task < work.tasks(); task++) {
                    work.run(stage, task);
                }
            }
        } else if (work.stages() > 0 && work.tasks() > 0) {
            crew.hire(threads - 1);
            crew.run(work);
        }
    }

    /** Runs {@code work} for 0 to {@code tasks - 1}; the first failure is thrown here. */
    void run(int tasks, IntConsumer work) {
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

    /** Ends the threads. A team that is merely forgotten ends them too, once it is collected. */
    @Override
    public void close() {
        cleanable.clean();
    }

    /** What the threads hold on to: not the team, so that it can be collected. */
    private static final class Crew {
        private final List<Thread> members = new ArrayList<>();
        private final Stages stages = new Stages();
        private volatile boolean dismissed;

        void hire(int count) {
            while (members.size() < count) {
                int index = members.size() + 1;
                Thread thread = new Thread(() -> live(index), "network-" + index);
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
                idle = stages.help(0, members.size() + 1) ? 0 : rest(idle);
            }
            stages.end();
        }

        void dismiss() {
            dismissed = true;
            for (Thread member : members) {
                LockSupport.unpark(member);
            }
        }

        private void live(int index) {
            int idle = 0;
            while (!dismissed) {
                if (stages.help(index, members.size() + 1)) {
                    idle = 0;
                } else if (stages.running() || idle < SPINS + YIELDS) {
                    idle = rest(idle);
                } else {
                    LockSupport.park(this);
                    idle = SPINS;
                }
            }
        }

        @SuppressWarnings("ThreadPriorityCheck") // giving way while spinning is for speed; nothing relies on it
        private int rest(int idle) {
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
