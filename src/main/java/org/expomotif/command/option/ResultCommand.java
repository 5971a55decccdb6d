package org.expomotif.command.option;

import picocli.CommandLine.Mixin;

/** A command that computes one result on several threads and writes it to a file or to standard output. */
public abstract class ResultCommand extends StandardCommand {
    @Mixin
    private OutputOption output;

    @Mixin
    private ThreadsOption threads;

    /** For subclasses. */
    protected ResultCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        output.plan(plan);
    }

    /** The path of the result, or {@code -}. */
    protected final String output() {
        return output.path();
    }

    /** The number of threads. */
    protected final int threads() {
        return threads.count();
    }
}
