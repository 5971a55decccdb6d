package org.expomotif.command;

import java.util.function.Function;
import org.expomotif.io.CFormat;
import org.expomotif.run.UserException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Faults of numbers given on the command line: exit code 2, naming option, what was expected and what was found. */
final class OptionRange {
    private OptionRange() {}

    /** Refuses a whole number below the least one. */
    static void atLeast(CommandSpec command, String option, int least, int found) {
        if (found < least) {
            throw new ParameterException(
                    command.commandLine(), option + ": expected at least " + least + ", found " + found);
        }
    }

    /** Refuses a whole number outside a range. */
    static void within(CommandSpec command, String option, int least, int most, int found) {
        if (found < least || found > most) {
            throw new ParameterException(
                    command.commandLine(),
                    option + ": expected a whole number of " + least + " to " + most + ", found " + found);
        }
    }

    /** Refuses a number for which the condition does not hold, NaN included. */
    static void require(CommandSpec command, String option, boolean holds, String expected, double found) {
        if (!holds) {
            throw new ParameterException(
                    command.commandLine(), option + ": expected " + expected + ", found " + CFormat.g(found, 6));
        }
    }

    /** What a name of the domain stands for; one that is wrong here is the command line's fault, not the input's. */
    static <T> T named(CommandSpec command, String option, String name, Function<String, T> find) {
        try {
            return find.apply(name);
        } catch (UserException e) {
            throw new ParameterException(command.commandLine(), option + ": " + e.getMessage(), e);
        }
    }
}
