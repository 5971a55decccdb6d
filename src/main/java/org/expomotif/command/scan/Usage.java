package org.expomotif.command.scan;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of options that depend on each other. */
final class Usage {
    private Usage() {}

    /**
     * Checks the options of a command.
     *
     * @throws ParameterException with the message when the condition does not hold
     */
    static void require(CommandSpec command, boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
