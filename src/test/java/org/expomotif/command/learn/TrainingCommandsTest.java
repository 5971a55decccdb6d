package org.expomotif.command.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.expomotif.command.Captured;
import org.expomotif.network.model.Model;
import org.expomotif.train.PlantedSequences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingCommandsTest {
    private static final String NETWORK = """
            {"name": "tiny", "layers": [
              {"type": "convolution", "filters": 4, "width": 11, "padding": "same", "activation": "exponential"},
              {"type": "max-pool", "size": 20},
              {"type": "dense", "units": 8}]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeInputs() throws IOException {
        PlantedSequences planted = new PlantedSequences(120, 60, 1);
        Files.writeString(folder.resolve("s.fa"), planted.fasta());
        planted.labels().write(file("l.tsv"));
        Files.writeString(folder.resolve("tiny.json"), NETWORK);
    }

    @Test
    void fromSequencesToMetricsAndMotifs() throws IOException {
        Captured trained = train("m.zip");
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out()).isEmpty();
        assertThat(trained.err())
                .contains("tiny, first activation exponential: 84 sequences to train on, 12 to validate, 24 to test")
                .contains("m.zip: 2 epochs; validation AUROC 0.");
        assertThat(folder.resolve("m.history.tsv")).exists();
        assertThat(folder.resolve("m.zip.checkpoint")).doesNotExist();

        Captured predicted = Captured.run("predict", "--model", file("m.zip"), "--sequences", file("s.fa"));
        assertThat(rows(predicted.out()))
                .hasSize(121)
                .startsWith("id\tbound")
                .allMatch(row -> row.matches("\\w+\t[\\w.]+"));

        Captured evaluated = Captured.run(
                "evaluate", "--model", file("m.zip"), "--sequences", file("s.fa"), "--labels", file("l.tsv"));
        List<String> metrics = rows(evaluated.out());
        assertThat(metrics).hasSize(3);
        assertThat(metrics.get(0)).isEqualTo("class\tn\tpositives\tauroc\taupr\taupr_trapezoid");
        assertThat(metrics.get(1)).startsWith("bound\t24\t12\t0.");
        assertThat(metrics.get(2)).startsWith("mean\t24\t12\t0.");

        Captured filters = Captured.run(
                "filters",
                "--model",
                file("m.zip"),
                "--sequences",
                file("s.fa"),
                "--labels",
                file("l.tsv"),
                "-o",
                file("f.meme"),
                "--table",
                file("f.tsv"),
                "--logos",
                file("f.html"));
        assertThat(filters.code()).as(filters.err()).isZero();
        assertThat(filters.err()).contains("4 filters on 24 sequences");
        assertThat(Files.readString(folder.resolve("f.meme"))).contains("MOTIF filter0", "MOTIF filter3");
        assertThat(rows(Files.readString(folder.resolve("f.tsv")))).hasSize(5);
        assertThat(Files.readString(folder.resolve("f.html"))).contains("filter3", "<svg");
    }

    @Test
    void logitsAreThePredictionsBeforeTheSigmoid() {
        train("m.zip");
        List<String> probabilities = rows(Captured.run("predict", "--model", file("m.zip"), "--sequences", file("s.fa"))
                .out());
        List<String> logits =
                rows(Captured.run("predict", "--model", file("m.zip"), "--sequences", file("s.fa"), "--logits")
                        .out());
        double p = Double.parseDouble(probabilities.get(5).split("\t")[1]);
        double z = Double.parseDouble(logits.get(5).split("\t")[1]);
        assertThat(1 / (1 + Math.exp(-z))).isCloseTo(p, within(2e-6));
    }

    @Test
    void resumeLeavesNoTraceInTheModel() throws IOException {
        train("a.zip");
        train("b.zip", "--resume");
        assertThat(Files.readAllBytes(folder.resolve("a.zip"))).isEqualTo(Files.readAllBytes(folder.resolve("b.zip")));
    }

    @Test
    void fineTuningStartsFromTheModelAndSaysSoInTheNewOne() {
        train("m.zip");
        Captured tuned = train("n.zip", "--init-from", file("m.zip"), "--learning-rate", "1e-12", "--seed", "9");
        assertThat(tuned.code()).as(tuned.err()).isZero();
        assertThat(tuned.err()).contains("starting from the weights of ").doesNotContain("output layer is new");
        Model before = Model.read(file("m.zip"));
        Model after = Model.read(file("n.zip"));
        for (String name : List.of("conv1/kernel", "dense1/kernel", "output/kernel", "output/bias")) {
            assertThat(values(after, name)).as(name).containsExactly(values(before, name), within(1e-8f));
        }
        assertThat(after.info().options().get("--init-from")).matches(".*m\\.zip sha256:[0-9a-f]{64}");
    }

    private static float[] values(Model model, String name) {
        return Objects.requireNonNull(model.network().parameters().get(name)).values();
    }

    @Test
    void whatTheCommandLineSaysWrongIsFoundBeforeAnyFileIsRead() {
        refused(2, "--network: expected one of cnn-2, ", "--network", "nonsense", "-o", file("m.zip"));
        refused(
                2,
                "--activation: there is no such activation",
                "--network",
                "cnn-2",
                "--activation",
                "no",
                "-o",
                file("m.zip"));
        refused(
                2,
                "--init: there is no such initialisation",
                "--network",
                "cnn-2",
                "--init",
                "no",
                "-o",
                file("m.zip"));
        refused(
                2,
                "--device: the engine simd computes on the processor",
                "--network",
                "cnn-2",
                "--device",
                "gpu",
                "-o",
                file("m.zip"));
        refused(
                2,
                "--epochs: expected at least 1, found 0",
                "--network",
                "cnn-2",
                "--epochs",
                "0",
                "-o",
                file("m.zip"));
        refused(
                2,
                "--rate-factor: expected above 0 and at most 1",
                "--network",
                "cnn-2",
                "--rate-factor",
                "NaN",
                "-o",
                file("m.zip"));
        refused(2, "a model is written to a file", "--network", "cnn-2", "-o", "-");
        refused(1, "the folder of the output does not exist", "--network", "cnn-2", "-o", file("no/m.zip"));
        refused(
                1,
                "the sequences are too short for this network",
                "--network",
                "cnn-deep",
                "--width-factor",
                "1",
                "-o",
                file("m.zip"));
    }

    @Test
    void aFileThatIsNotAModelAndUnfitSequencesAreInputErrors() throws IOException {
        Captured none = Captured.run("predict", "--model", file("s.fa"), "--sequences", file("s.fa"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("s.fa: this is not a model");

        train("m.zip");
        Files.writeString(folder.resolve("short.fa"), ">x\nACGT\n");
        for (String command : List.of("predict", "filters")) {
            Captured run =
                    Captured.run(command, "--model", file("m.zip"), "--sequences", file("short.fa"), "-o", file("out"));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("short.fa, sequence x: ").contains("expected 60 bases, found 4 bases");
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    private void refused(int code, String message, String... options) {
        List<String> line = new ArrayList<>(List.of("train", "--sequences", file("s.fa"), "--labels", file("l.tsv")));
        line.addAll(List.of(options));
        Captured run = Captured.run(line.toArray(String[]::new));
        assertThat(run.err()).contains(message);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("m.zip")).doesNotExist();
    }

    private Captured train(String output, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "train",
                "--sequences",
                file("s.fa"),
                "--labels",
                file("l.tsv"),
                "--network",
                file("tiny.json"),
                "--epochs",
                "2",
                "--batch",
                "20",
                "-o",
                file(output)));
        line.addAll(List.of(more));
        return Captured.run(line.toArray(String[]::new));
    }

    private static List<String> rows(String table) {
        return table.lines().filter(row -> !row.startsWith("#")).toList();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
