package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.demo.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    Path folder;

    @Test
    void runsTheWholeChainAndNamesItsFiles() throws IOException {
        Captured run = PlannedOutputs.assertAreWhatAppears(
                folder,
                "demo",
                "--quick",
                "--quiet",
                "--out-dir",
                folder.resolve("demo").toString());
        assertThat(run.err()).isEmpty();
        for (String name : List.of(
                "filters.html",
                "metrics.tsv",
                "filters.meme",
                "matches.tsv",
                "planted.tsv",
                "hits.bed",
                "localization.tsv",
                "scores.npz",
                "scores.evaluation.tsv",
                "model.zip",
                "data",
                "run.json",
                "commands.sh")) {
            assertThat(folder.resolve("demo").resolve(name)).exists();
            assertThat(run.out()).contains("  " + name + " ");
        }
        assertThat(Files.readAllLines(folder.resolve("demo").resolve("commands.sh")))
                .filteredOn(line -> line.startsWith("expomotif "))
                .extracting(line -> line.split(" ")[1])
                .containsExactly(
                        "synth", "train", "evaluate", "filters", "tomtom-match", "scan", "localize", "attribute");
    }

    @Test
    void quotesWhatAShellWouldSplit() {
        assertThat(Demo.line(List.of("scan", "-o", "a folder/it's.bed")))
                .isEqualTo("expomotif scan -o 'a folder/it'\\''s.bed'");
    }

    @Test
    void stopsAtTheFirstFault() throws IOException {
        Files.createDirectories(folder.resolve("demo/data/labels.tsv"));
        Captured run = Captured.run(
                "demo",
                "--quick",
                "--quiet",
                "--out-dir",
                folder.resolve("demo").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("expomotif synth: error: ").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }
}
