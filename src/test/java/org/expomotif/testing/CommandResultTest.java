package org.expomotif.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Assertions that hold too often would hide faults in every test of a command. */
class CommandResultTest {
    private static CommandResult result(int code, String out, String err) {
        return new CommandResult(List.of("scan", "x"), code, out, err);
    }

    private static void assertFails(Runnable assertion, String message) {
        assertThatThrownBy(assertion::run).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }

    @Test
    void anExitCodeOtherThanTheExpectedOneFailsWithTheMessageOfTheCommand() {
        assertFails(() -> result(1, "", "error: no").succeeds(), "scan x\nerror: no");
        assertFails(() -> result(0, "", "").exitsWith(2), "scan x");
    }

    @Test
    void aMissingTextFails() {
        assertFails(() -> result(0, "ab", "").prints("a", "c"), "standard output of scan x");
        assertFails(() -> result(0, "", "ab").reports("a", "c"), "standard error of scan x");
    }

    @Test
    void aRefusalIsOneMessageAndNothingElse() {
        result(2, "", "warning: w\nscan: error: no\n").isRefused(2, "no");
        assertFails(() -> result(1, "", "scan: error: no\n").isRefused(2, "no"), "exit code");
        assertFails(() -> result(2, "", "scan: error: no\nscan: error: no\n").isRefused(2, "no"), "messages");
        assertFails(() -> result(2, "", "scan: error: no\n\tat x\n").isRefused(2, "no"), "\tat ");
        assertFails(() -> result(2, "", "scan: error: a bug in expomotif").isRefused(2, "error"), "a bug in expomotif");
        assertFails(() -> result(2, "id\n", "scan: error: no\n").isRefused(2, "no"), "standard output");
    }

    @Test
    void rowsAreTheLinesWithoutComments() {
        assertThat(result(0, "# c\nid\n1\n# d\n", "").rows()).containsExactly("id", "1");
    }

    @Test
    void wordsOfALineAreSeparatedBySpaces() {
        assertThat(CommandLineRun.parse(Path.of("f"), " scan -o @/a ").words()).containsExactly("scan", "-o", "f/a");
        assertThat(CommandLineRun.of("scan").sequences("s.fa").with("-n", 3).words())
                .containsExactly("scan", "--sequences", "s.fa", "-n", "3");
    }
}
