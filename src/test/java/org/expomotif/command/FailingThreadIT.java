package org.expomotif.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A failure of another thread ends the program in the same way as a failure of the main thread, which waits for
 * standard input here. The time limit proves nothing; it ends a build in which the program waits forever.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailingThreadIT {
    private static final String HELP = " run again with --debug and report what it prints\n";

    /** Starts the program with an open standard input, and waits for its end. */
    private static CommandResult run(String kind, String... more) throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of(kind, "motifs", "-"));
        arguments.addAll(List.of(more));
        return JavaProcess.of(FailingThread.class, arguments.toArray())
                .options("-Dstderr.encoding=UTF-8")
                .run();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bug | 1 | expomotif motifs: error: a bug in expomotif (IllegalStateException: x\\u001b[31m);",
                "error | 1 | expomotif motifs: error: a bug in expomotif (StackOverflowError: null);",
                "user | 1 | expomotif motifs: error: a.fa: it is empty",
                "memory | 3 | expomotif: error: out of memory;"
            })
    void theProgramEndsWithOneSentence(String kind, int code, String sentence) throws Exception {
        CommandResult run = run(kind).exitsWith(code);
        run.standardError().startsWith(sentence).hasLineCount(1);
        run.standardOutput().isEmpty();
    }

    @Test
    void debugShowsWhere() throws Exception {
        run("bug", "--debug")
                .exitsWith(1)
                .standardError()
                .startsWith("expomotif motifs: error: a bug in expomotif (IllegalStateException: x\\u001b[31m);" + HELP)
                .contains("\tat org.expomotif.command.FailingThread");
    }

    /** Text that is printed without the program's messages is escaped by the stream. */
    @Test
    void librariesCannotSteerTheTerminal() throws Exception {
        run("library").succeeds().standardError().isEqualTo("a library\\u001b[31m says ö\\u202e\n");
    }

    /** A call of exit in a shutdown hook would wait forever. */
    @Test
    void aFailureWhileTheProgramEndsDoesNotKeepIt() throws Exception {
        run("hook")
                .exitsWith(5)
                .standardError()
                .isEqualTo("expomotif motifs: error: a bug in expomotif (IllegalStateException: x\\u001b[31m);" + HELP);
    }
}
