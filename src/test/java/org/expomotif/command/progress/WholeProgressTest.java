package org.expomotif.command.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private long now;

    private WholeProgress begin(Double... expected) {
        return WholeProgress.begin(List.of(expected), () -> now);
    }

    @Test
    void theTimeLeftIsWhatTheStepsAreExpectedToTake() {
        try (WholeProgress whole = begin(10.0, 30.0)) {
            whole.step(0, 1);
            now += 4 * SECOND;
            assertThat(whole.prefix()).isEqualTo("[1/2] ");
            assertThat(whole.suffix(0)).isEqualTo("; all steps 10%, about 36 s left");
        }
    }

    @Test
    void theSpeedOfTheStepsBeforeScalesTheOthers() {
        try (WholeProgress whole = begin(10.0, 30.0)) {
            whole.step(0, 1);
            now += 20 * SECOND;
            whole.done();
            whole.step(1, 1);
            assertThat(whole.suffix(0)).isEqualTo("; all steps 25%, about 1 min 00 s left");
        }
    }

    /** One of two trainings is done after 30 s, so the other will take 30 s, whatever was expected. */
    @Test
    void theTasksOfAStepTellHowFarItIs() {
        try (WholeProgress whole = begin(500.0)) {
            whole.step(0, 2);
            whole.taskBegins();
            now += 15 * SECOND;
            assertThat(whole.suffix(0.5)).isEqualTo("; all steps 25%, about 45 s left");
            now += 15 * SECOND;
            whole.taskBegins();
            assertThat(whole.suffix(0)).isEqualTo("; all steps 50%, about 30 s left");
        }
    }

    @Test
    void stepsThatAreSkippedTakeNoTime() {
        try (WholeProgress whole = begin(100.0, 10.0)) {
            whole.skipped(0);
            whole.step(1, 1);
            now += 5 * SECOND;
            assertThat(whole.suffix(0.5)).isEqualTo("; all steps 50%, about 5 s left");
        }
    }

    @Test
    void aCommandShowsTheStepAndTheWholeOnItsLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TerminalProgress progress =
                new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, () -> now);
        try (WholeProgress whole = begin(60.0, 60.0)) {
            whole.step(0, 1);
            progress.start("training trial 1/1", 100, "epochs");
            now += 30 * SECOND;
            progress.advance(50);
            assertThat(bytes.toString(StandardCharsets.UTF_8))
                    .isEqualTo("[1/2] training trial 1/1:  50% 50/100 epochs; all steps 25%, about 1 min 30 s left\n");
        }
        assertThat(WholeProgress.current()).isNull();
    }
}
