package org.expomotif.command.option;

import java.util.concurrent.Callable;

/** A command that declares its outputs before it reads or writes anything. */
public interface PlannedCommand extends Callable<Integer> {
    /**
     * Adds every file that a run with these options writes, including files written next to the named ones. The options
     * have been parsed but not checked.
     */
    void plan(OutputPlan plan);
}
