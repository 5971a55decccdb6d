package org.expomotif.run;

/**
 * Receives warnings: facts about the input or the environment that the user should know although the run continues.
 * Domain code reports to it; only the command line decides how a warning is shown. A caller that could repeat a warning
 * for every record counts the records and warns once.
 */
@FunctionalInterface
public interface Warnings {
    /** Ignores every warning. */
    Warnings NONE = message -> {};

    /**
     * Reports one warning.
     *
     * @param message a statement that starts in lower case and has no full stop: {@code "sequences.fa: 3 names occur
     *     more than once"}
     */
    void warn(String message);
}
