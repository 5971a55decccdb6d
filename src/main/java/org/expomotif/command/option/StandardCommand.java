package org.expomotif.command.option;

import org.expomotif.run.Progress;
import org.expomotif.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command with the options that every command has. */
@Command(versionProvider = StandardOptions.VersionText.class)
public abstract class StandardCommand implements PlannedCommand {
    @Spec
    private CommandSpec command;

    @Mixin
    private StandardOptions standard;

    /** For subclasses. */
    protected StandardCommand() {}

    /** The command with its options. */
    protected final CommandSpec command() {
        return command;
    }

    /** The standard options. */
    protected final StandardOptions standard() {
        return standard;
    }

    /** See {@link StandardOptions#progress()}. */
    protected final Progress progress() {
        return standard.progress();
    }

    /** See {@link StandardOptions#record(String...)}. */
    protected final RunRecord record(String... inputs) {
        return standard.record(inputs);
    }

    /** An error of the command line. */
    protected final ParameterException fault(String message) {
        return OptionRange.fault(command, message);
    }

    /** Rejects the command line with a message unless the condition holds. */
    protected final void check(boolean holds, String message) {
        if (!holds) {
            throw fault(message);
        }
    }
}
