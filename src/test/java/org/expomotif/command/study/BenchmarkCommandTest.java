package org.expomotif.command.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.command.PlannedOutputs;
import org.expomotif.network.model.Model;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkCommandTest {
    @TempDir
    private Path folder;

    /** A small study; the folder has the results. */
    private CommandLineRun line(String more) {
        return CommandLineRun.parse(
                folder,
                "benchmark attribution -n 200 --limit 4 --epochs 1 --networks cnn-local --methods saliency,deepshap"
                        + " --out-dir @ " + more);
    }

    private CommandResult run(String more) {
        return line(more).run();
    }

    private List<String> rows(String name) {
        return Rows.of(folder.resolve(name));
    }

    @Test
    void attributionTrainsJudgesAndPutsThePublishedFiguresBeside() throws IOException {
        PlannedOutputs.assertAreWhatAppears(folder, line("--activations exponential --trials 2"));
        assertThat(folder.resolve("models/cnn-local.exponential.2.zip")).exists();
        assertThat(rows("attribution.trials.tsv")).hasSize(5);
        List<String> table = rows("attribution.tsv");
        assertThat(table.getFirst()).startsWith("network\tactivation\tmethod\ttrials\tclassification_auroc\tauroc\tsd");
        assertThat(table.get(1))
                .startsWith("cnn-local\texponential\tsaliency\t2\t")
                .contains("\t0.827\t0.019\t");
        assertThat(table.get(2))
                .startsWith("cnn-local\texponential\tdeepshap\t2\t")
                .contains("\t0.837\t0.017\t");
        var written = Files.getLastModifiedTime(folder.resolve("models/cnn-local.exponential.1.zip"));
        run("--activations exponential").succeeds();
        assertThat(Files.getLastModifiedTime(folder.resolve("models/cnn-local.exponential.1.zip")))
                .isEqualTo(written);
        assertThat(rows("attribution.trials.tsv")).hasSize(3);
    }

    @Test
    void modelsListTheirOptionsInTheSameOrderInEveryProcess() {
        run("--activations exponential").succeeds();
        Model model =
                Model.read(folder.resolve("models/cnn-local.exponential.1.zip").toString());
        assertThat(List.copyOf(model.info().options().keySet()))
                .containsExactly("--network", "--activation", "--epochs", "--seed");
    }

    @Test
    void completesWhatARunThatWasKilledHasLeft() throws IOException {
        run("--activations exponential").succeeds();
        Path labels = folder.resolve("data/labels.tsv");
        Path history = folder.resolve("models/cnn-local.exponential.1.history.tsv");
        Path checkpoint = folder.resolve("models/cnn-local.exponential.1.zip.checkpoint");
        String labelsBefore = Files.readString(labels);
        String historyBefore = Files.readString(history);
        Files.delete(labels);
        Files.delete(history);
        Files.writeString(checkpoint, "not needed any more");
        run("--activations exponential").succeeds();
        assertThat(labels).hasContent(labelsBefore);
        assertThat(history).hasContent(historyBefore);
        assertThat(checkpoint).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attribution --trials 0 | --trials",
                "attribution --methods voodoo | --methods: expected some of saliency, mutagenesis",
                "attribution --methods , | --methods: expected at least one",
                "attribution --activations wavy | --activations: unknown activation: expected one of relu,",
                "love | TASK: expected attribution or paper, found love"
            })
    void faultsOfTheCommandLineLeaveNothing(String words, String message) {
        CommandLineRun.parse(folder, "benchmark " + words + " --out-dir @")
                .run()
                .isRefused(2, message);
        assertThat(folder).isEmptyDirectory();
    }
}
