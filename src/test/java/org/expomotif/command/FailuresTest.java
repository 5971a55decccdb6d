package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import htsjdk.samtools.SAMException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.expomotif.run.BackgroundResult;
import org.expomotif.run.Thrown;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static String reported(Throwable failure, boolean debug) {
        return reported(failure, debug, 1);
    }

    private static String reported(Throwable failure, boolean debug, int code) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            assertThat(Failures.report(failure, "scan", debug)).isEqualTo(code);
        } finally {
            System.setErr(before);
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyFailureIsOneSentence() {
        assertThat(reported(new UserException("it is empty").in("a.fa"), false))
                .isEqualTo("expomotif scan: error: a.fa: it is empty\n");
        assertThat(reported(new UncheckedIOException(new IOException("No space left on device")), false))
                .isEqualTo("expomotif scan: error: No space left on device\n");
        assertThat(reported(new AccessDeniedException("a.fa"), false)).startsWith("expomotif scan: error: a.fa: ");
        assertThat(reported(new InvalidPathException("n?.fa", "unmappable characters"), false))
                .isEqualTo("expomotif scan: error: n?.fa: the name is not a valid path in this locale;"
                        + " set LC_ALL to a UTF-8 locale such as C.UTF-8\n");
        assertThat(reported(new SAMException("bad block"), false)).isEqualTo("expomotif scan: error: bad block\n");
        assertThat(reported(new IllegalStateException("x"), false))
                .isEqualTo("expomotif scan: error: a bug in expomotif (IllegalStateException: x);"
                        + " run again with --debug and report what it prints\n");
    }

    @Test
    void outOfMemoryEndsWith3WhereverItHappened() throws InterruptedException {
        String sentence = "expomotif scan: error: out of memory (Java heap space);"
                + " give Java more (EXPOMOTIF_JAVA_OPTS=-Xmx8g), or work on fewer sequences at once\n";
        OutOfMemoryError memory = new OutOfMemoryError("Java heap space");
        FutureTask<Integer> task = new FutureTask<>(() -> {
            throw memory;
        });
        task.run();
        ExecutionException ofWorker = catchThrowableOfType(ExecutionException.class, task::get);
        for (Throwable failure : List.of(
                memory,
                ofWorker,
                new IllegalStateException(ofWorker),
                new ExceptionInInitializerError(memory),
                new UserException("the file cannot be read", memory),
                catchThrowable(() -> Thrown.by(ofWorker)),
                catchThrowable(() -> BackgroundResult.of(() -> {
                            throw memory;
                        })
                        .get()))) {
            assertThat(reported(failure, false, 3)).as(failure.toString()).isEqualTo(sentence);
        }
    }

    /** More memory would not help here, so that a scheduler need not try. */
    @Test
    void otherLimitsOfTheMachineEndWith1() {
        assertThat(reported(new OutOfMemoryError("unable to create native thread: possibly out of memory"), false))
                .contains("use fewer --threads");
        assertThat(reported(new OutOfMemoryError("Requested array size exceeds VM limit"), false))
                .contains("a longer array than Java allows");
    }

    @Test
    void debugShowsWhere() {
        assertThat(reported(new IllegalStateException("x"), true)).contains("\tat org.expomotif.command.FailuresTest");
    }
}
