package org.expomotif.command.option;

import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Options that several commands share, or that belong together, as a mixin. A mixin parses and validates; an error has
 * exit code 2 and names the option.
 */
public abstract class OptionMixin {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** For subclasses. */
    protected OptionMixin() {}

    /** The command with these options. */
    protected final CommandSpec command() {
        return command;
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

    /** Rejects a whole number below the minimum. */
    protected final void atLeast(String option, int minimum, int found) {
        OptionRange.atLeast(command, option, minimum, found);
    }

    /** Rejects a whole number outside a range. */
    protected final void within(String option, int minimum, int maximum, int found) {
        OptionRange.within(command, option, minimum, maximum, found);
    }

    /** Rejects a number for which the condition does not hold, NaN included. */
    protected final void require(String option, boolean holds, String expected, double found) {
        OptionRange.require(command, option, holds, expected, found);
    }

    /** Looks up a name of the domain; an unknown name is an error of the command line, not of the input. */
    protected final <T> T named(String option, String name, Function<String, T> find) {
        return OptionRange.named(command, option, name, find);
    }
}
