package org.expomotif.network.parallel;

import java.util.ArrayList;
import java.util.List;

/**
 * A training step as a list of stages. The batch is divided into {@link #PARTS} parts for any number of threads. A
 * stage runs its steps in order on each part; parts run concurrently, and all parts finish a stage before the next one
 * starts. Therefore the sums over the batch add the same parts in the same order with any number of threads.
 *
 * <p>Consecutive steps added by {@link #perGroup} run in turn on small groups of samples, so the output of one step is
 * still in the cache when the next one reads it.
 */
public final class StepProgram implements WorkerTeam.Work {
    /** Parts of a batch. */
    public static final int PARTS = 8;

    private static final int WHOLE_PART = 0;
    private static final int ANY_SIZE = 1 << 30;

    /** Work on one part of the batch: samples {@code from} to {@code to}, possibly none. */
    public interface Step {
        void run(int part, int from, int to);
    }

    /** Steps that run in turn on groups of {@code size} samples, or one step on the whole part. */
    private static final class StepGroup {
        final List<Step> steps = new ArrayList<>();
        int size;

        StepGroup(int size) {
            this.size = size;
        }

        void run(int part, int from, int to) {
            if (size == WHOLE_PART) {
                runSteps(part, from, to);
                return;
            }
            for (int first = from; first < to; first += size) {
                runSteps(part, first, Math.min(to, first + size));
            }
        }

        private void runSteps(int part, int from, int to) {
            for (int s = 0; s < steps.size(); s++) {
                steps.get(s).run(part, from, to);
            }
        }
    }

    private static final class Stage {
        final List<Runnable> opening = new ArrayList<>();
        final List<Step> begins = new ArrayList<>();
        final List<StepGroup> groups = new ArrayList<>();
    }

    private final List<Stage> stages = new ArrayList<>();
    private boolean open;
    private int samples;

    private Stage stage() {
        if (!open) {
            stages.add(new Stage());
            open = true;
        }
        return stages.getLast();
    }

    /** Adds a step that runs before all others of the current stage, for example to set sums to zero. */
    public void begin(Step step) {
        stage().begins.add(step);
    }

    /** Adds a step that runs once on each whole part. */
    public void perPart(Step step) {
        StepGroup whole = new StepGroup(WHOLE_PART);
        whole.steps.add(step);
        stage().groups.add(whole);
    }

    /** Adds a step that can run on groups of samples of any size, in order. */
    public void perGroup(Step step) {
        perGroup(step, ANY_SIZE);
    }

    /** Adds a step that runs on groups of at most {@code size} samples, a power of two. */
    public void perGroup(Step step, int size) {
        List<StepGroup> groups = stage().groups;
        if (groups.isEmpty() || groups.getLast().size == WHOLE_PART) {
            groups.add(new StepGroup(ANY_SIZE));
        }
        StepGroup last = groups.getLast();
        last.size = Math.min(last.size, size);
        last.steps.add(step);
    }

    /** Ends the stage: the next steps start when all parts have finished it. */
    public void barrier() {
        open = false;
    }

    /** Ends the stage and adds an action that runs once before the next one. */
    public void once(Runnable action) {
        barrier();
        stage().opening.add(action);
    }

    /** The first sample of a part when n samples are divided; {@code from(part + 1, n)} is the end of the part. */
    public static int from(int part, int n) {
        return (int) ((long) n * part / PARTS);
    }

    /** Runs the stages on n samples. */
    public void run(WorkerTeam team, int n) {
        samples = n;
        team.run(this);
    }

    @Override
    public int stages() {
        return stages.size();
    }

    @Override
    public int tasks() {
        return PARTS;
    }

    @Override
    public void open(int number) {
        List<Runnable> opening = stages.get(number).opening;
        for (int i = 0; i < opening.size(); i++) {
            opening.get(i).run();
        }
    }

    @Override
    public void run(int number, int part) {
        Stage stage = stages.get(number);
        int from = from(part, samples);
        int to = from(part + 1, samples);
        for (int i = 0; i < stage.begins.size(); i++) {
            stage.begins.get(i).run(part, from, to);
        }
        for (int i = 0; i < stage.groups.size(); i++) {
            stage.groups.get(i).run(part, from, to);
        }
    }
}
