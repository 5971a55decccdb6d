package org.expomotif.network;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that share out numbered tasks. The calling thread works too and returns when all tasks are
 * done. Waiting threads spin for a moment, because the next tasks usually follow within microseconds, then park.
 *
 * <p>Which thread takes which task is left to chance: tasks must not depend on it.
 */
final class Team implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int SPINS = 2000;
    private static final int YIELDS = 50;

    private final Crew crew = new Crew();
    private final int threads;
    private final Cleaner.Cleanable cleanable;

    Team(int threads) {
        this.threads = Math.max(1, threads);
        Crew shared = crew;
        cleanable = CLEANER.register(this, shared::dismiss);
    }

    /** Runs {@code work} for 0 to {@code tasks - 1}; the first failure is thrown here. */
    synchronized void run(int tasks, IntConsumer work) {
        if (threads == 1 || tasks == 1) {
            for (int i = 0; i < tasks; i++) {
                work.accept(i);
            }
            return;
        }
        crew.hire(threads - 1);
        Job job = new Job(tasks, work);
        crew.offer(job);
        job.work();
        job.await();
        crew.job = null;
        Throwable failure = job.failure.get();
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** Ends the threads. A team that is merely forgotten ends them too, once it is collected. */
    @Override
    public void close() {
        cleanable.clean();
    }

    @SuppressWarnings("ThreadPriorityCheck") // giving way while spinning is for speed; nothing relies on it
    private static final class Job {
        private final int tasks;
        private final IntConsumer work;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Job(int tasks, IntConsumer work) {
            this.tasks = tasks;
            this.work = work;
        }

        void work() {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                try {
                    work.accept(i);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.incrementAndGet();
                }
            }
        }

        void await() {
            for (int i = 0; done.get() < tasks; i++) {
                if (i < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }
    }

    /** What the threads hold on to: not the team, so that it can be collected. */
    @SuppressWarnings("ThreadPriorityCheck") // as above
    private static final class Crew {
        private final List<Thread> members = new ArrayList<>();
        private volatile @Nullable Job job;
        private volatile boolean dismissed;

        void hire(int count) {
            while (members.size() < count) {
                Thread thread = new Thread(this::live, "network-" + (members.size() + 1));
                thread.setDaemon(true);
                members.add(thread);
                thread.start();
            }
        }

        void offer(Job offered) {
            job = offered;
            for (Thread member : members) {
                LockSupport.unpark(member);
            }
        }

        void dismiss() {
            dismissed = true;
            for (Thread member : members) {
                LockSupport.unpark(member);
            }
        }

        private void live() {
            int idle = 0;
            while (!dismissed) {
                Job offered = job;
                if (offered != null && offered.next.get() < offered.tasks) {
                    offered.work();
                    idle = 0;
                } else if (idle < SPINS) {
                    idle++;
                    Thread.onSpinWait();
                } else if (idle < SPINS + YIELDS) {
                    idle++;
                    Thread.yield();
                } else {
                    LockSupport.park(this);
                    idle = SPINS;
                }
            }
        }
    }
}
