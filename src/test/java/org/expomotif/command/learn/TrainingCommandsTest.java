package org.expomotif.command.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.expomotif.network.model.Model;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.Test;

/** From sequences with labels to a model, its predictions, metrics and motifs. */
class TrainingCommandsTest extends TrainedFixture {
    @Test
    void trainingWritesTheModelAndItsHistory() {
        CommandResult run = tiny.train("-o @/m.zip").succeeds();
        run.standardOutput().isEmpty();
        run.reports(
                "tiny, first activation exponential: 84 sequences to train on, 12 to validate, 24 to test",
                "m.zip: 2 epochs; validation AUROC 0.");
        assertThat(folder.resolve("m.history.tsv")).exists();
        assertThat(folder.resolve("m.zip.checkpoint")).doesNotExist();
    }

    @Test
    void predictionsHaveARowPerSequence() {
        tiny.train("-o @/m.zip").succeeds();
        assertThat(tiny.run("predict --model @/m.zip --sequences @/s.fa")
                        .succeeds()
                        .rows())
                .hasSize(121)
                .startsWith("id\tbound")
                .allMatch(row -> row.matches("\\w+\t[\\w.]+"));
    }

    @Test
    void metricsHaveARowPerClassAndTheirMean() {
        tiny.train("-o @/m.zip").succeeds();
        List<String> metrics = tiny.run("evaluate --model @/m.zip --sequences @/s.fa --labels @/l.tsv")
                .succeeds()
                .rows();
        assertThat(metrics).hasSize(3);
        assertThat(metrics.get(0)).isEqualTo("class\tn\tpositives\tauroc\taupr\taupr_trapezoid");
        assertThat(metrics.get(1)).startsWith("bound\t24\t12\t0.");
        assertThat(metrics.get(2)).startsWith("mean\t24\t12\t0.");
    }

    @Test
    void filtersBecomeMotifsAndLogos() {
        tiny.train("-o @/m.zip").succeeds();
        tiny.run("filters --model @/m.zip --sequences @/s.fa --labels @/l.tsv -o @/f.meme --table @/f.tsv"
                        + " --logos @/f.html")
                .succeeds()
                .reports("4 filters on 24 sequences");
        assertThat(folder.resolve("f.meme")).content().contains("MOTIF filter0", "MOTIF filter3");
        assertThat(Rows.of(folder.resolve("f.tsv"))).hasSize(5);
        assertThat(folder.resolve("f.html")).content().contains("filter3", "<svg");
    }

    @Test
    void logitsAreThePredictionsBeforeTheSigmoid() {
        tiny.train("-o @/m.zip").succeeds();
        String predict = "predict --model @/m.zip --sequences @/s.fa";
        double p = value(tiny.run(predict).succeeds().rows().get(5));
        double z = value(tiny.run(predict + " --logits").succeeds().rows().get(5));
        assertThat(1 / (1 + Math.exp(-z))).isCloseTo(p, within(2e-6));
    }

    private static double value(String row) {
        return Double.parseDouble(row.split("\t")[1]);
    }

    @Test
    void resumeLeavesNoTraceInTheModel() {
        tiny.train("-o @/a.zip").succeeds();
        tiny.train("-o @/b.zip --resume").succeeds();
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
    }

    @Test
    void fineTuningStartsFromTheModelAndSaysSoInTheNewOne() {
        tiny.train("-o @/m.zip").succeeds();
        tiny.train("-o @/n.zip --init-from @/m.zip --learning-rate 1e-12 --seed 9")
                .succeeds()
                .reports("starting from the weights of ")
                .standardError()
                .doesNotContain("output layer is new");
        Model before = Model.read(folder + "/m.zip");
        Model after = Model.read(folder + "/n.zip");
        for (String name : List.of("conv1/kernel", "dense1/kernel", "output/kernel", "output/bias")) {
            assertThat(TinyModel.values(after.network(), name))
                    .as(name)
                    .containsExactly(TinyModel.values(before.network(), name), within(1e-8f));
        }
        assertThat(after.info().options().get("--init-from")).matches(".*m\\.zip sha256:[0-9a-f]{64}");
    }
}
