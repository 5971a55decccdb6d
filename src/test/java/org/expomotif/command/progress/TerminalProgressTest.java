package org.expomotif.command.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now;

    private TerminalProgress progress(boolean terminal) {
        return new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, () -> now);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLogGetsFewLinesAndOneAtTheEnd() {
        TerminalProgress progress = progress(false);
        progress.start("training trial 1/3", 100, "epochs");
        for (int i = 0; i < 100; i++) {
            now += SECOND;
            progress.advance(1);
        }
        progress.finish();
        assertThat(written().lines())
                .hasSize(5)
                .startsWith("training trial 1/3:  10% 10/100 epochs, 1 min 30 s left")
                .endsWith("training trial 1/3: 100% 100/100 epochs", "training trial 1/3: 100 epochs in 1 min 40 s");
    }

    @Test
    void shortWorkLogsNothing() {
        TerminalProgress progress = progress(false);
        progress.start("reading", 0, "bases");
        progress.advance(1000);
        now += SECOND;
        progress.finish();
        assertThat(written()).isEmpty();
    }

    @Test
    void aTerminalGetsOneLineRedrawnAndLeftClean() {
        TerminalProgress progress = progress(true);
        progress.start("scanning", 2000, "bases");
        progress.advance(1);
        now += SECOND;
        progress.advance(999);
        progress.note("half");
        now += SECOND;
        progress.advance(1000);
        progress.finish();
        assertThat(written())
                .contains("\rscanning [============            ]  50% 1,000/2,000 bases\u001b[K")
                .contains("\r\u001b[Khalf\n")
                .endsWith("\r\u001b[K");
        assertThat(written().split("\r\u001b\\[K")).hasSizeLessThan(5);
    }

    @Test
    void namesAreVisibleAndTheBarIsStillDrawn() {
        TerminalProgress progress = progress(true);
        progress.start("reading a\u001b[2J", 0, "b\u202ee");
        progress.warn("c\n\u009b");
        progress.finish();
        assertThat(written())
                .isEqualTo("\rreading a\\u001b[2J: 0 b\\u202ee, 0 s\u001b[K\r\u001b[Kwarning: c\\u000a\\u009b\n"
                        + "\rreading a\\u001b[2J: 0 b\\u202ee, 0 s\u001b[K\r\u001b[K");
    }

    @Test
    void anUnknownTotalCounts() {
        TerminalProgress progress = progress(false);
        progress.start("scanning", 0, "bases");
        now += 3700 * SECOND;
        progress.advance(5_000_000);
        progress.finish();
        assertThat(written().lines())
                .containsExactly("scanning: 5,000,000 bases, 1 h 01 min", "scanning: 5,000,000 bases in 1 h 01 min");
    }

    @Test
    void remainingTimeIsShownOnceItCanBeEstimated() {
        TerminalProgress progress = progress(true);
        progress.start("training", 1000, "sequences");
        now += 4 * SECOND;
        progress.advance(100);
        assertThat(written()).contains("10% 100/1,000 sequences\u001b").doesNotContain("left");
        now += 6 * SECOND;
        progress.advance(400);
        assertThat(written()).contains("50% 500/1,000 sequences, 10 s left");
    }

    @Test
    void aLongLogHasALineAMinute() {
        TerminalProgress progress = progress(false);
        progress.start("training", 36_000, "sequences");
        for (int i = 0; i < 3600; i++) {
            now += SECOND;
            progress.advance(10);
        }
        assertThat(written().lines()).hasSize(5 + 57);
    }
}
