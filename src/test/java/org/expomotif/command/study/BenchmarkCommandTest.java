package org.expomotif.command.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.command.Captured;
import org.expomotif.command.PlannedOutputs;
import org.expomotif.command.TableRows;
import org.expomotif.network.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {
    @TempDir
    Path folder;

    private Captured run(String... more) {
        return Captured.run(words(more));
    }

    private String[] words(String... more) {
        String[] words = {
            "benchmark",
            "attribution",
            "-n",
            "200",
            "--limit",
            "4",
            "--epochs",
            "1",
            "--networks",
            "cnn-local",
            "--methods",
            "saliency,deepshap",
            "--out-dir",
            folder.toString()
        };
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    private List<String> rows(String name) throws IOException {
        return TableRows.of(folder.resolve(name));
    }

    @Test
    void attributionTrainsJudgesAndPutsThePublishedFiguresBeside() throws IOException {
        PlannedOutputs.assertAreWhatAppears(folder, words("--activations", "exponential", "--trials", "2"));
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
        Captured again = run("--activations", "exponential");
        assertThat(again.code()).isZero();
        assertThat(Files.getLastModifiedTime(folder.resolve("models/cnn-local.exponential.1.zip")))
                .isEqualTo(written);
        assertThat(rows("attribution.trials.tsv")).hasSize(3);
    }

    @Test
    void modelsListTheirOptionsInTheSameOrderInEveryProcess() throws IOException {
        assertThat(run("--activations", "exponential").code()).isZero();
        Model model =
                Model.read(folder.resolve("models/cnn-local.exponential.1.zip").toString());
        assertThat(List.copyOf(model.info().options().keySet()))
                .containsExactly("--network", "--activation", "--epochs", "--seed");
    }

    @Test
    void completesWhatARunThatWasKilledHasLeft() throws IOException {
        assertThat(run("--activations", "exponential").code()).isZero();
        Path labels = folder.resolve("data/labels.tsv");
        Path history = folder.resolve("models/cnn-local.exponential.1.history.tsv");
        Path checkpoint = folder.resolve("models/cnn-local.exponential.1.zip.checkpoint");
        String labelsBefore = Files.readString(labels);
        String historyBefore = Files.readString(history);
        Files.delete(labels);
        Files.delete(history);
        Files.writeString(checkpoint, "not needed any more");
        Captured again = run("--activations", "exponential");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(labels).hasContent(labelsBefore);
        assertThat(history).hasContent(historyBefore);
        assertThat(checkpoint).doesNotExist();
    }

    @Test
    void faults() {
        assertThat(run("--trials", "0").code()).isEqualTo(2);
        assertThat(run("--methods", "voodoo").err()).contains("--methods: expected some of saliency, mutagenesis");
        assertThat(Captured.run("benchmark", "love", "--out-dir", folder.toString())
                        .err())
                .contains("TASK: expected attribution, found love");
        assertThat(run("--activations", "wavy").err()).contains("there is no such activation");
    }
}
