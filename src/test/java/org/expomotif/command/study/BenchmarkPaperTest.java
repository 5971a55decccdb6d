package org.expomotif.command.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.command.PlannedOutputs;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkPaperTest {
    private static final int SECONDS = 15;

    @TempDir
    private Path folder;

    private static CommandLineRun line(Path out, String more) {
        return CommandLineRun.parse(
                out,
                "benchmark paper -n 200 --limit 4 --epochs 2 --networks cnn-50,cnn-local --activations exponential"
                        + " --out-dir @ " + more);
    }

    /** The rows of trials.tsv without the seconds. */
    private static List<String> trials(Path out) {
        return Rows.of(out.resolve("trials.tsv")).stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(Arrays.asList(row.split("\t", -1)));
                    cells.remove(SECONDS);
                    return String.join("\t", cells);
                })
                .toList();
    }

    @Test
    void everyTrialHasARowAndTheSummaryStandsBesideThePublishedFigures() throws IOException {
        PlannedOutputs.assertAreWhatAppears(folder, line(folder, "--trials 2"));
        assertThat(Rows.of(folder.resolve("trials.tsv")).getFirst().split("\t", -1)[SECONDS])
                .isEqualTo("seconds");
        List<String> rows = trials(folder);
        assertThat(rows).hasSize(5);
        assertThat(rows.get(1)).startsWith("1\t200\t1\tcnn-50\texponential\tglorot-uniform\t1\ttrue\t1e-06\t2\t0\t1\t");
        assertThat(rows.get(2))
                .startsWith("3\t200\t1\tcnn-local\texponential\tglorot-uniform\t1\ttrue\t1e-06\t2\t4\t1\t");
        assertThat(rows.get(3)).startsWith("1\t200\t1\tcnn-50\t").contains("\t2\t0\t2\t");
        assertThat(Rows.of(folder.resolve("summary.tsv")))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("1\tcnn-50\texponential\t")
                        .contains("\tmatch_fraction\t2\t0\t")
                        .contains("\t0.84\tNA\tNA\tNA\t-0."))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("3\tcnn-local\texponential\t")
                        .contains("\tsaliency_auroc\t2\t0\t")
                        .contains("\t0.827\t0.019\tNA\tNA\t"));
        assertThat(Files.readString(folder.resolve("study.html"))).contains("Beside the published figures");
    }

    @Test
    void theRowsDoNotDependOnTheNumberOfThreads(@TempDir Path other) {
        line(folder, "--trials 1 --threads 1").run().succeeds();
        line(other, "--trials 1 --threads 3").run().succeeds();
        assertThat(trials(other)).isEqualTo(trials(folder));
    }

    @Test
    void continuesWhereARunWasKilled(@TempDir Path whole) throws IOException {
        line(whole, "--trials 2").run().succeeds();
        line(folder, "--trials 1").run().succeeds();
        List<String> lines = Files.readAllLines(folder.resolve("trials.tsv"));
        // Killed after the first row, before the model of the second trial had its history.
        Files.write(folder.resolve("trials.tsv"), lines.subList(0, 2));
        Path history = folder.resolve("models/task3.n200.1.cnn-local.exponential.glorot-uniform.epochs2.1.history.tsv");
        Files.delete(history);
        Files.delete(folder.resolve("models/task3.n200.1.cnn-local.exponential.glorot-uniform.epochs2.1.zip"));
        Path first = folder.resolve("models/task1.n200.1.cnn-50.exponential.glorot-uniform.epochs2.1.zip");
        Files.delete(first);
        line(folder, "--trials 2").run().succeeds();
        assertThat(trials(folder)).isEqualTo(trials(whole));
        assertThat(history).exists();
        assertThat(first).as("the model of a complete trial is not needed").doesNotExist();
    }

    @Test
    void continuesAnInterruptedTrainingFromItsCheckpoint(@TempDir Path whole) throws IOException {
        line(whole, "--trials 1").run().succeeds();
        // The history cannot be written, so the training ends without removing its checkpoint.
        Path model = folder.resolve("models/task1.n200.1.cnn-50.exponential.glorot-uniform.epochs2.1.zip");
        Path history = Files.createDirectories(
                folder.resolve("models/task1.n200.1.cnn-50.exponential.glorot-uniform.epochs2.1.history.tsv"));
        Path checkpoint = model.resolveSibling(model.getFileName() + ".checkpoint");
        line(folder, "--trials 1")
                .run()
                .exitsWith(1)
                .reports(history.getFileName().toString());
        assertThat(checkpoint).isNotEmptyFile();
        assertThat(folder.resolve("trials.tsv")).doesNotExist();
        Files.delete(history);
        Files.delete(model);
        byte[] saved = Files.readAllBytes(checkpoint);
        Files.writeString(checkpoint, "damaged");
        line(folder, "--trials 1")
                .run()
                .exitsWith(1)
                .reports(checkpoint.getFileName().toString());
        Files.write(checkpoint, saved);
        line(folder, "--trials 1").run().succeeds();
        assertThat(trials(folder)).isEqualTo(trials(whole));
        assertThat(model).hasSameBinaryContentAs(whole.resolve(folder.relativize(model)));
        assertThat(history).hasSameTextualContentAs(whole.resolve(folder.relativize(history)));
        assertThat(checkpoint).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benchmark paper -n 60 --limit 2 --epochs 1 --trials 1 --networks cnn-local --activations relu",
                "benchmark attribution -n 60 --limit 2 --epochs 1 --networks cnn-local --activations relu"
                        + " --methods saliency"
            })
    void removesWhatAKilledRunLeftOfDataAndModels(String words) throws IOException {
        CommandLineRun.parse(folder, words + " --out-dir @").run().succeeds();
        List<Path> left = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                left.add(file.resolveSibling("." + file.getFileName() + ".0123456789abcdef.partial"));
            }
        }
        for (Path file : left) {
            Files.setLastModifiedTime(
                    Files.createFile(file), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        CommandLineRun.parse(folder, words + " --out-dir @").run().succeeds();
        assertThat(left).noneMatch(Files::exists);
    }

    @Test
    void anotherSettingMakesAnotherRow() {
        line(folder, "--trials 1").run().succeeds();
        List<String> before = trials(folder);
        CommandLineRun.parse(
                        folder,
                        "benchmark paper -n 200 --epochs 1 --tasks 1 --networks cnn-50 --activations exponential"
                                + " --trials 1 --out-dir @")
                .run()
                .succeeds();
        assertThat(trials(folder)).hasSize(before.size() + 1).startsWith(before.toArray(String[]::new));
    }

    @Test
    void thePlanListsTheTrialsAndMakesNothing() {
        Path out = folder.resolve("new");
        assertThat(line(out, "--trials 2 --plan").run().succeeds().rows())
                .hasSize(5)
                .contains("4\t3\tcnn-local\texponential\tglorot-uniform\ttrue\t1e-06\t2\tleft");
        assertThat(out).doesNotExist();
        line(folder, "--trials 1").run().succeeds();
        assertThat(line(folder, "--trials 2 --plan").run().succeeds().rows())
                .contains(
                        "2\t3\tcnn-local\texponential\tglorot-uniform\ttrue\t1e-06\t1\tdone",
                        "3\t1\tcnn-50\texponential\tglorot-uniform\ttrue\t1e-06\t2\tleft");
    }

    @Test
    void aFileThatIsNotATableOfTrialsStays() throws IOException {
        Path table = folder.resolve("trials.tsv");
        Files.writeString(table, "a\tb\n1\t2\n");
        line(folder, "--trials 1").run().exitsWith(1).reports("trials.tsv", "not a table of trials");
        assertThat(table).hasContent("a\tb\n1\t2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paper --tasks 2 | --tasks: expected some of 1, 3; found 2",
                "paper --groups love | --groups: expected some of plain, modified, scale, init; found love",
                "paper --networks basset | --networks: expected some of cnn-50,",
                "paper --activations swish | --activations: expected some of exponential,",
                "paper --tasks 3 --groups init | the study has no trial",
                "paper --trials 0 | --trials: expected",
                "paper --methods saliency | --methods applies to attribution",
                "attribution --tasks 1 | --tasks, --groups and --plan apply to paper",
                "attribution --plan | --tasks, --groups and --plan apply to paper",
            })
    void faultsOfTheCommandLineLeaveNothing(String words, String message) {
        CommandLineRun.parse(folder, "benchmark " + words + " --out-dir @")
                .run()
                .isRefused(2, message);
        assertThat(folder).isEmptyDirectory();
    }
}
