package org.expomotif.command.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.expomotif.io.table.CFormat;
import org.expomotif.network.spec.Architectures;
import org.expomotif.run.UserException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Range checks of numbers on the command line; an error has exit code 2 and names option, expectation and value. */
public final class OptionRange {
    private OptionRange() {}

    /** An error of the command line. */
    static ParameterException fault(CommandSpec command, String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** Rejects a whole number below the minimum. */
    public static void atLeast(CommandSpec command, String option, int minimum, int found) {
        if (found < minimum) {
            throw fault(command, option + ": expected at least " + minimum + ", found " + found);
        }
    }

    /** Rejects a whole number outside a range. */
    public static void within(CommandSpec command, String option, int minimum, int maximum, int found) {
        if (found < minimum || found > maximum) {
            throw new ParameterException(
                    command.commandLine(),
                    option + ": expected a whole number of " + minimum + " to " + maximum + ", found " + found);
        }
    }

    /** Rejects a number for which the condition does not hold, NaN included. */
    public static void require(CommandSpec command, String option, boolean holds, String expected, double found) {
        if (!holds) {
            throw fault(command, option + ": expected " + expected + ", found " + CFormat.g(found, 6));
        }
    }

    /** Rejects numbers that are not the shares of train, valid and test. */
    public static void shares(CommandSpec command, String option, double... found) {
        boolean areShares = found.length == 3 && found[0] >= 0 && found[1] >= 0 && found[2] >= 0;
        if (!areShares || !(Math.abs(found[0] + found[1] + found[2] - 1) < 1e-6)) {
            throw fault(command, option + ": expected three shares that sum to 1, as in 0.7,0.1,0.2");
        }
    }

    /** Rejects a network that is neither a name nor a file. */
    public static void network(CommandSpec command, String option, String found) {
        if (!Architectures.has(found) && (found.isEmpty() || !Files.exists(Path.of(found)))) {
            throw fault(
                    command,
                    option + ": expected one of " + String.join(", ", Architectures.names())
                            + ", or a file that describes a network, found '" + found + "'");
        }
    }

    /** Looks up a name of the domain; an unknown name is an error of the command line, not of the input. */
    public static <T> T named(CommandSpec command, String option, String name, Function<String, T> find) {
        try {
            return find.apply(name);
        } catch (UserException e) {
            throw new ParameterException(command.commandLine(), option + ": " + e.getMessage(), e);
        }
    }
}
