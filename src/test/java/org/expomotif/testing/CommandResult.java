package org.expomotif.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.AbstractStringAssert;

/**
 * The exit code of a command line and the texts that it wrote. The assertions return this result, so that they can
 * follow each other, and fail with the command line and its standard error.
 *
 * @param words the command line
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
public record CommandResult(List<String> words, int code, String out, String err) {
    /** Asserts that the exit code is 0. */
    public CommandResult succeeds() {
        return exitsWith(0);
    }

    /** Asserts the exit code. */
    public CommandResult exitsWith(int expected) {
        assertThat(code).as("exit code of %s", this).isEqualTo(expected);
        return this;
    }

    /** Asserts that standard output contains every one of these texts. */
    public CommandResult prints(CharSequence... texts) {
        standardOutput().contains(texts);
        return this;
    }

    /** Asserts that standard error contains every one of these texts. */
    public CommandResult reports(CharSequence... texts) {
        standardError().contains(texts);
        return this;
    }

    /**
     * Asserts that the command was refused: the exit code, one message on standard error that contains every one of
     * these texts and neither a stack trace nor the sentence about a bug, and nothing on standard output.
     */
    public CommandResult isRefused(int expected, CharSequence... texts) {
        for (CharSequence text : texts) {
            reports(text);
        }
        exitsWith(expected);
        standardError().doesNotContain("\tat ", "a bug in expomotif");
        assertThat(err.lines().filter(line -> line.contains("error: ")))
                .as("messages of %s", this)
                .hasSize(1);
        standardOutput().isEmpty();
        return this;
    }

    /** Starts an assertion on standard output. */
    public AbstractStringAssert<?> standardOutput() {
        return assertThat(out).as("standard output of %s", this);
    }

    /** Starts an assertion on standard error. */
    public AbstractStringAssert<?> standardError() {
        return assertThat(err).as("standard error of %s", this);
    }

    /** The lines of standard output without the comments. */
    public List<String> rows() {
        return Rows.of(out);
    }

    @Override
    public String toString() {
        return String.join(" ", words) + "\n" + err;
    }
}
