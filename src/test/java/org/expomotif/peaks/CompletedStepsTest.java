package org.expomotif.peaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletedStepsTest {
    @TempDir
    private Path folder;

    private String log;
    private List<String> first;
    private List<String> second;

    @BeforeEach
    void twoStepsAreDone() throws IOException {
        log = folder.resolve("steps.tsv").toString();
        first = List.of(Files.writeString(folder.resolve("a"), "1").toString());
        second = List.of(
                Files.writeString(folder.resolve("b"), "2").toString(),
                folder.resolve("removed at its end").toString());
        CompletedSteps steps = CompletedSteps.read(log);
        assertThat(steps.skips("make a", first)).isFalse();
        steps.begin("make a");
        steps.add("make a", 1, first);
        assertThat(steps.skips("make b", second)).isFalse();
        steps.begin("make b");
        steps.add("make b", 2, second);
    }

    @Test
    void stepsThatAreDoneAreSkipped() {
        CompletedSteps steps = CompletedSteps.read(log);

        assertThat(steps.skips("make a", first)).isTrue();
        assertThat(steps.skips("make b", second)).isTrue();
        assertThat(steps.skips("make c", List.of())).isFalse();
    }

    @Test
    void aChangedFileRepeatsItsStepAndAllThatFollow() throws IOException {
        Files.writeString(folder.resolve("a"), "10");
        CompletedSteps steps = CompletedSteps.read(log);

        assertThat(steps.skips("make a", first)).isFalse();
        steps.add("make a", 1, first);
        assertThat(steps.skips("make b", second)).isFalse();
    }

    @Test
    void anotherCommandRepeatsItsStep() {
        CompletedSteps steps = CompletedSteps.read(log);

        assertThat(steps.skips("make a", first)).isTrue();
        assertThat(steps.skips("make b --well", second)).isFalse();
    }

    @Test
    void aMissingFileRepeatsItsStep() throws IOException {
        Files.delete(folder.resolve("b"));
        CompletedSteps steps = CompletedSteps.read(log);

        assertThat(steps.skips("make a", first)).isTrue();
        assertThat(steps.skips("make b", second)).isFalse();
    }

    /** Only then a training may continue from its checkpoint. */
    @Test
    void aStepThatWasBegunWithTheSameCommandAfterTheSameStepsIsKnown() {
        CompletedSteps steps = CompletedSteps.read(log);
        steps.skips("make a", first);
        steps.skips("make b", second);
        assertThat(steps.begin("make c")).isFalse();

        CompletedSteps later = CompletedSteps.read(log);
        later.skips("make a", first);
        later.skips("make b", second);
        assertThat(later.skips("make c", List.of())).isFalse();
        assertThat(later.begin("make c")).isTrue();
        assertThat(CompletedSteps.read(log).begin("make a")).isFalse();
    }

    @Test
    void aStepThatWasBegunAfterOtherStepsBeginsAnew() {
        CompletedSteps steps = CompletedSteps.read(log);
        steps.skips("make a", first);
        steps.skips("make b", second);
        steps.begin("make c");

        CompletedSteps later = CompletedSteps.read(log);
        later.skips("make a", first);
        assertThat(later.skips("make b --well", second)).isFalse();
        later.begin("make b --well");
        later.add("make b --well", 2, second);
        assertThat(later.skips("make c", List.of())).isFalse();
        assertThat(later.begin("make c")).isFalse();
    }

    @Test
    void aFileThatIsNoTableOfStepsStandsForNone() throws IOException {
        Files.writeString(Path.of(log), "something else\n");

        assertThat(CompletedSteps.read(log).skips("make a", first)).isFalse();
    }
}
