package org.expomotif.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A training step as a list of stages. The batch is cut into {@link #PARTS} parts, whatever the number of threads; a
 * stage runs its steps one after another on each part, parts side by side, and all parts end a stage before the next
 * begins. So sums over the batch are sums of the same parts in the same order with any number of threads.
 *
 * <p>Steps that {@link #flow} follow one another on a few samples at a time, so that what one writes is still in the
 * cache when the next reads it.
 */
final class Program implements Team.Work {
    /** Parts of a batch. */
    static final int PARTS = 8;

    private static final int WHOLE_PART = 0;
    private static final int ANY = 1 << 30;

    /** Work on one part: samples {@code from} to {@code to}, which may be none. */
    interface Step {
        void run(int part, int from, int to);
    }

    /** Steps that run together on {@code group} samples at a time, or one on the whole part. */
    private static final class Wave {
        final List<Step> steps = new ArrayList<>();
        int group;

        Wave(int group) {
            this.group = group;
        }

        void run(int part, int from, int to) {
            if (group == WHOLE_PART) {
                together(part, from, to);
                return;
            }
            for (int first = from; first < to; first += group) {
                together(part, first, Math.min(to, first + group));
            }
        }

        private void together(int part, int from, int to) {
            for (int s = 0; s < steps.size(); s++) {
                steps.get(s).run(part, from, to);
            }
        }
    }

    private static final class Stage {
        final List<Runnable> opening = new ArrayList<>();
        final List<Step> begins = new ArrayList<>();
        final List<Wave> waves = new ArrayList<>();
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

    /** Adds a step that runs before all others of the current stage, to set sums to zero. */
    void begin(Step step) {
        stage().begins.add(step);
    }

    /** Adds a step that must see the whole part at once. */
    void each(Step step) {
        Wave wave = new Wave(WHOLE_PART);
        wave.steps.add(step);
        stage().waves.add(wave);
    }

    /** Adds a step that may run on any few samples at a time, in order. */
    void flow(Step step) {
        flow(step, ANY);
    }

    /** Adds a step that wants at most {@code group} samples at a time, a power of two. */
    void flow(Step step, int group) {
        List<Wave> waves = stage().waves;
        if (waves.isEmpty() || waves.getLast().group == WHOLE_PART) {
            waves.add(new Wave(ANY));
        }
        Wave wave = waves.getLast();
        wave.group = Math.min(wave.group, group);
        wave.steps.add(step);
    }

    /** Ends the stage: what follows starts when all parts have come here. */
    void barrier() {
        open = false;
    }

    /** Ends the stage and runs something once. */
    void once(Runnable action) {
        barrier();
        stage().opening.add(action);
    }

    /** First sample of a part of n; the last part's end is {@code from(PARTS, n)}. */
    static int from(int part, int n) {
        return (int) ((long) n * part / PARTS);
    }

    /** Runs the stages on n samples. */
    void run(Team team, int n) {
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
        for (int i = 0; i < stage.waves.size(); i++) {
            stage.waves.get(i).run(part, from, to);
        }
    }
}
