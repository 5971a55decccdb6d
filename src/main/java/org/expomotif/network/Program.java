package org.expomotif.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A training step as a list of stages. The batch is cut into {@link #PARTS} parts, whatever the number of threads; a
 * stage runs its steps one after another on each part, parts side by side, and all parts end a stage before the next
 * begins. So sums over the batch are sums of the same parts in the same order with any number of threads.
 */
final class Program {
    /** Parts of a batch. */
    static final int PARTS = 8;

    /** Work on one part: samples {@code from} to {@code to}, which may be none. */
    interface Step {
        void run(int part, int from, int to);
    }

    private final List<List<Step>> stages = new ArrayList<>();
    private boolean open;

    /** Adds a step to the current stage. */
    void each(Step step) {
        if (!open) {
            stages.add(new ArrayList<>());
            open = true;
        }
        stages.getLast().add(step);
    }

    /** Ends the stage: what follows starts when all parts have come here. */
    void barrier() {
        open = false;
    }

    /** Ends the stage and runs something once. */
    void once(Runnable action) {
        barrier();
        each((part, from, to) -> {
            if (part == 0) {
                action.run();
            }
        });
        barrier();
    }

    /** First sample of a part of n; the last part's end is {@code from(PARTS, n)}. */
    static int from(int part, int n) {
        return (int) ((long) n * part / PARTS);
    }

    /** Runs the stages on n samples. */
    void run(Team team, int n) {
        for (List<Step> stage : stages) {
            team.run(PARTS, part -> {
                int from = from(part, n);
                int to = from(part + 1, n);
                for (Step step : stage) {
                    step.run(part, from, to);
                }
            });
        }
    }
}
