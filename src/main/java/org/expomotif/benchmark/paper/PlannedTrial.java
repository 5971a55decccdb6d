package org.expomotif.benchmark.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.expomotif.io.table.TsvColumn;

/**
 * A trial of a plan.
 *
 * @param order place in the plan, counted from 1
 * @param state {@code done} when the trial has a row, else {@code left}
 */
public record PlannedTrial(
        int order,
        int task,
        String network,
        String activation,
        String init,
        @TsvColumn("batch_norm") boolean batchNorm,
        double l2,
        long seed,
        State state) {
    /** Whether a trial has a row. */
    public enum State {
        /** It has a row. */
        DONE,
        /** It does not have a row yet. */
        LEFT
    }

    /** The trials of a plan, in order. */
    public static List<PlannedTrial> of(List<TrialKey> plan, Set<TrialKey> done) {
        return IntStream.range(0, plan.size())
                .mapToObj(i -> of(i + 1, plan.get(i), done.contains(plan.get(i)) ? State.DONE : State.LEFT))
                .toList();
    }

    private static PlannedTrial of(int order, TrialKey trial, State state) {
        Condition condition = trial.condition();
        return new PlannedTrial(
                order,
                condition.task().number(),
                condition.network(),
                condition.activation(),
                condition.init(),
                condition.batchNorm(),
                condition.l2(),
                trial.seed(),
                state);
    }

    /** The state of the plan in words. */
    public static String sentence(List<PlannedTrial> trials) {
        long done = trials.stream().filter(trial -> trial.state == State.DONE).count();
        return String.format(Locale.ROOT, "%d trials: %d done, %d left", trials.size(), done, trials.size() - done);
    }
}
