package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.demo.Demo;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    private static final String DEMO = "demo --quick --quiet --out-dir @/demo";

    @TempDir
    private Path folder;

    @Test
    void runsTheWholeChainAndNamesItsFiles() throws IOException {
        CommandResult run = PlannedOutputs.assertAreWhatAppears(folder, CommandLineRun.parse(folder, DEMO));
        run.standardError().isEmpty();
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
                "discovered",
                "model.zip",
                "data",
                "run.json",
                "commands.sh")) {
            assertThat(folder.resolve("demo").resolve(name)).exists();
            run.prints("  " + name + " ");
        }
        assertThat(Files.readAllLines(folder.resolve("demo").resolve("commands.sh")))
                .filteredOn(line -> line.startsWith("expomotif "))
                .extracting(line -> line.split(" ")[1])
                .containsExactly(
                        "synth",
                        "train",
                        "evaluate",
                        "filters",
                        "tomtom-match",
                        "scan",
                        "localize",
                        "attribute",
                        "attribute",
                        "attribute",
                        "discover");
    }

    @Test
    void quotesWhatAShellWouldSplit() {
        assertThat(Demo.line(List.of("scan", "-o", "a folder/it's.bed")))
                .isEqualTo("expomotif scan -o 'a folder/it'\\''s.bed'");
    }

    @Test
    void stopsAtTheFirstFault() throws IOException {
        Files.createDirectories(folder.resolve("demo/data/labels.tsv"));
        CommandLineRun.parse(folder, DEMO).run().isRefused(1).standardError().startsWith("expomotif synth: error: ");
    }
}
