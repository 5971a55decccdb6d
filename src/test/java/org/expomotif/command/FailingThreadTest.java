package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A failure of another thread ends the program in the same way as a failure of the main thread, which waits for
 * standard input here. The time limit proves nothing; it ends a build in which the program waits forever.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailingThreadTest {
    private static final String HELP = " run again with --debug and report what it prints\n";

    private static Process start(String kind, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                FailingThread.class.getName(),
                kind));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).start();
    }

    private static String all(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
        Process process = start(kind, "motifs", "-");
        assertThat(all(process.getErrorStream())).startsWith(sentence).hasLineCount(1);
        assertThat(process.waitFor()).isEqualTo(code);
        assertThat(all(process.getInputStream())).isEmpty();
    }

    @Test
    void debugShowsWhere() throws Exception {
        Process process = start("bug", "motifs", "-", "--debug");
        assertThat(all(process.getErrorStream()))
                .startsWith("expomotif motifs: error: a bug in expomotif (IllegalStateException: x\\u001b[31m);" + HELP)
                .contains("\tat org.expomotif.command.FailingThread");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    /** Text that is printed without the program's messages is escaped by the stream. */
    @Test
    void librariesCannotSteerTheTerminal() throws Exception {
        Process process = start("library", "motifs", "-");
        assertThat(all(process.getErrorStream())).isEqualTo("a library\\u001b[31m says ö\\u202e\n");
        assertThat(process.waitFor()).isZero();
    }

    /** A call of exit in a shutdown hook would wait forever. */
    @Test
    void aFailureWhileTheProgramEndsDoesNotKeepIt() throws Exception {
        Process process = start("hook", "motifs", "-");
        assertThat(all(process.getErrorStream()))
                .isEqualTo("expomotif motifs: error: a bug in expomotif (IllegalStateException: x\\u001b[31m);" + HELP);
        assertThat(process.waitFor()).isEqualTo(5);
    }
}
