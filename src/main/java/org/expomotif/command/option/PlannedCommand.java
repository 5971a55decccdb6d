package org.expomotif.command.option;

import java.util.concurrent.Callable;

/** A command that says what it will write before it reads or writes anything. */
public interface PlannedCommand extends Callable<Integer> {
    /**
     * Adds every file that a run with these options writes, those beside the named ones, too. The options have been
     * parsed and not been checked.
     */
    void plan(OutputPlan plan);
}
