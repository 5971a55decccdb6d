package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import htsjdk.samtools.SAMException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static String told(Throwable failure, boolean debug) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            assertThat(Failures.tell(failure, "scan", debug)).isEqualTo(1);
        } finally {
            System.setErr(before);
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyFailureIsOneSentence() {
        assertThat(told(new UserException("it is empty").in("a.fa"), false))
                .isEqualTo("expomotif scan: error: a.fa: it is empty\n");
        assertThat(told(new UncheckedIOException(new IOException("No space left on device")), false))
                .isEqualTo("expomotif scan: error: No space left on device\n");
        assertThat(told(new AccessDeniedException("a.fa"), false)).startsWith("expomotif scan: error: a.fa: ");
        assertThat(told(new InvalidPathException("n?.fa", "unmappable characters"), false))
                .isEqualTo("expomotif scan: error: n?.fa: the name is no path in this locale;"
                        + " set LC_ALL to a UTF-8 locale such as C.UTF-8\n");
        assertThat(told(new SAMException("bad block"), false)).isEqualTo("expomotif scan: error: bad block\n");
        assertThat(told(new OutOfMemoryError("Java heap space"), false)).contains("EXPOMOTIF_JAVA_OPTS=-Xmx8g");
        assertThat(told(new IllegalStateException("x"), false))
                .isEqualTo("expomotif scan: error: a bug in expomotif (IllegalStateException: x);"
                        + " run again with --debug and report what it prints\n");
    }

    @Test
    void debugShowsWhere() {
        assertThat(told(new IllegalStateException("x"), true)).contains("\tat org.expomotif.command.FailuresTest");
    }
}
