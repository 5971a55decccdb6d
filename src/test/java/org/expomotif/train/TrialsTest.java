package org.expomotif.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.Split;
import org.expomotif.filter.FilterMotifs;
import org.expomotif.filter.LearnedFilter;
import org.expomotif.motif.Consensus;
import org.expomotif.network.Engine;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {
    private static final int LENGTH = 60;
    private static final LabelledSequences SMALL = new PlantedSequences(200, LENGTH, 1).joined();

    @TempDir
    Path folder;

    @Test
    void aPlantedWordIsLearnedAndFoundInAFilter() {
        LabelledSequences data = new PlantedSequences(2000, LENGTH, 3).joined();
        TrainingPlan plan = plan(8, 2, 5, false, false);
        Trials.Result result =
                trials(data, plan, "model.zip", 1).run(false, Progress.NONE).getFirst();
        assertThat(result.test().orElseThrow().auroc()).isGreaterThan(0.95);

        Network network = Model.read(result.model()).network();
        List<LearnedFilter> filters = FilterMotifs.of(
                network.evaluator(2), 0, data.of(Split.TEST).codes(), FilterMotifs.Settings.PAPER, Progress.NONE);
        assertThat(filters).anySatisfy(filter -> {
            assertThat(Consensus.iupac(filter.motif().matrix())).contains(PlantedSequences.WORD);
            assertThat(filter.windows()).isGreaterThan(20);
        });
    }

    @Test
    void oneSeedGivesTheSameBytesOnAnyNumberOfThreads() {
        for (boolean best : List.of(false, true)) {
            trials(SMALL, plan(3, 1, 7, best, true), "one.zip", 2).run(false, Progress.NONE);
            trials(SMALL, plan(3, 2, 7, best, true), "two.zip", 2).run(false, Progress.NONE);
            assertThat(bytes("one.1.zip")).isEqualTo(bytes("two.1.zip"));
            assertThat(bytes("one.2.zip")).isEqualTo(bytes("two.2.zip")).isNotEqualTo(bytes("one.1.zip"));
            assertThat(bytes("one.history.tsv")).isEqualTo(bytes("two.history.tsv"));
        }
    }

    @Test
    void anotherSeedGivesOtherBytes() {
        trials(SMALL, plan(1, 1, 7, false, false), "one.zip", 1).run(false, Progress.NONE);
        trials(SMALL, plan(1, 1, 8, false, false), "two.zip", 1).run(false, Progress.NONE);
        assertThat(bytes("one.zip")).isNotEqualTo(bytes("two.zip"));
    }

    @Test
    void aResumedRunGivesTheSameBytes() {
        for (boolean best : List.of(false, true)) {
            TrainingPlan plan = plan(4, 1, 11, best, false);
            trials(SMALL, plan, "whole.zip", 2).run(false, Progress.NONE);
            // Fails after one epoch, after the first trial's last epoch, and in the second trial.
            for (int epochs : List.of(1, 4, 6)) {
                Trials dying = trials(SMALL, plan, "cut.zip", 2);
                assertThatThrownBy(() -> dying.run(false, new Dying(epochs))).isInstanceOf(Killed.class);
                assertThat(folder.resolve("cut.zip.checkpoint")).exists();
                trials(SMALL, plan, "cut.zip", 2).run(true, Progress.NONE);
                assertThat(bytes("cut.1.zip")).isEqualTo(bytes("whole.1.zip"));
                assertThat(bytes("cut.2.zip")).isEqualTo(bytes("whole.2.zip"));
                assertThat(bytes("cut.history.tsv")).isEqualTo(bytes("whole.history.tsv"));
                assertThat(folder.resolve("cut.zip.checkpoint")).doesNotExist();
            }
        }
    }

    @Test
    void aCheckpointOfAnotherRunIsRefused() {
        Trials dying = trials(SMALL, plan(3, 1, 11, false, false), "m.zip", 1);
        assertThatThrownBy(() -> dying.run(false, new Dying(1))).isInstanceOf(Killed.class);
        LabelledSequences other = new PlantedSequences(200, LENGTH, 2).joined();
        assertThatThrownBy(() ->
                        trials(other, plan(3, 1, 11, false, false), "m.zip", 1).run(true, Progress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("m.zip.checkpoint: the checkpoint is of another run: expected training data ");
    }

    @Test
    void aFileThatIsNotACheckpointIsRefused() throws IOException {
        Files.writeString(folder.resolve("m.zip.checkpoint"), "hello");
        assertThatThrownBy(() ->
                        trials(SMALL, plan(1, 1, 1, false, false), "m.zip", 1).run(true, Progress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("this is not a checkpoint of this version");
    }

    @Test
    void aResumedTrainingThatDivergesNamesTheCheckpoint() {
        TrainingPlan plan = plan(3, 1, 11, false, false);
        assertThatThrownBy(() -> trials(SMALL, plan, "m.zip", 1).run(false, new Dying(1)))
                .isInstanceOf(Killed.class);
        String file = folder.resolve("m.zip.checkpoint").toString();
        Checkpoint checkpoint = Checkpoint.read(file).orElseThrow();
        checkpoint.state().weights().values().forEach(weights -> Arrays.fill(weights, 1e30f));
        checkpoint.write(file);
        assertThatThrownBy(() -> trials(SMALL, plan, "m.zip", 1).run(true, Progress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(file + ", trial 1, epoch 2: training diverged: the loss is not finite; "
                        + "leave out --resume; if training diverges again, lower --learning-rate");
    }

    @Test
    void resumingWithoutACheckpointStartsFromTheBeginning() {
        trials(SMALL, plan(2, 1, 1, false, false), "a.zip", 1).run(false, Progress.NONE);
        trials(SMALL, plan(2, 1, 1, false, false), "b.zip", 1).run(true, Progress.NONE);
        assertThat(bytes("a.zip")).isEqualTo(bytes("b.zip"));
    }

    @Test
    void historyHasOneRowPerEpochAndFallingTrainingLoss() throws IOException {
        List<Trials.Result> results =
                trials(SMALL, plan(6, 1, 1, false, false), "m.zip", 1).run(false, Progress.NONE);
        assertThat(results.getFirst().epochs()).isEqualTo(6);
        List<String> lines = Files.readAllLines(folder.resolve("m.history.tsv"));
        assertThat(lines.getLast()).isEqualTo("# expomotif train");
        assertThat(lines.getFirst())
                .isEqualTo("trial\tepoch\tlearning_rate\ttrain_loss\tvalid_loss\tvalid_auroc\tvalid_aupr");
        assertThat(lines).hasSize(8);
        double first = Double.parseDouble(lines.get(1).split("\t")[3]);
        double last = Double.parseDouble(lines.get(6).split("\t")[3]);
        assertThat(last).isLessThan(first);
    }

    @Test
    void reverseComplementsDoubleTheStepsOfAnEpoch() {
        Steps plain = new Steps();
        trials(SMALL, plan(1, 1, 1, false, false), "a.zip", 1).run(false, plain);
        Steps both = new Steps();
        trials(SMALL, plan(1, 1, 1, false, true), "b.zip", 1).run(false, both);
        assertThat(plain.sequences).isEqualTo(140);
        assertThat(both.sequences).isEqualTo(280);
    }

    private Trials trials(LabelledSequences data, TrainingPlan plan, String output, int trials) {
        NetworkSpec spec = new NetworkSpec(
                "tiny",
                LENGTH,
                1,
                List.of(
                        new LayerSpec.Convolution(
                                16, 11, LayerSpec.Padding.SAME, true, Activation.named("exponential"), 0.1),
                        new LayerSpec.MaxPool(20, LayerSpec.Padding.SAME),
                        new LayerSpec.Dense(16, true, Activation.named("relu"), 0.1)));
        return new Trials(
                spec,
                Initialization.named("glorot-uniform"),
                Engine.SIMD,
                data,
                plan,
                new TrialFiles(folder.resolve(output).toString(), trials),
                new Trials.Description(Map.of("network", "tiny"), Provenance.of(List.of("expomotif train")), "0"));
    }

    private static TrainingPlan plan(int epochs, int threads, long seed, boolean best, boolean reverseComplement) {
        return new TrainingPlan(
                epochs,
                30,
                new Schedule.Settings(2e-3, 20, 2, 0.5, 1e-7),
                1e-6,
                Metric.AUROC,
                best,
                reverseComplement,
                seed,
                threads);
    }

    private byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Ignores what the tests do not look at. */
    private abstract static class Silent implements Progress {
        @Override
        public void start(String task, long total, String unit) {}

        @Override
        public void note(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void finish() {}
    }

    /** Fails in the first batch after a given number of epochs (note lines), like a killed process. */
    private static final class Dying extends Silent {
        private int epochsLeft;

        Dying(int epochs) {
            epochsLeft = epochs;
        }

        @Override
        public void advance(long amount) {
            if (epochsLeft == 0) {
                throw new Killed();
            }
        }

        @Override
        public void note(String message) {
            epochsLeft -= message.startsWith("epoch ") ? 1 : 0;
        }
    }

    private static final class Steps extends Silent {
        private long sequences;

        @Override
        public void advance(long amount) {
            sequences += amount;
        }
    }
}
