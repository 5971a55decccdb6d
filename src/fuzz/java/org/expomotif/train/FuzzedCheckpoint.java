package org.expomotif.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.Labels;
import org.expomotif.dataset.Split;
import org.expomotif.dna.DnaSequence;
import org.expomotif.network.Engine;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;

/** The checkpoint of a tiny training, and the training that goes on from a changed one. */
public final class FuzzedCheckpoint {
    private static final LabelledSequences DATA = data();

    private FuzzedCheckpoint() {}

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Goes on from a checkpoint. */
    public static void parse(byte[] checkpoint, Path folder) throws IOException {
        Trials trials = trials(folder);
        Files.write(Path.of(files(folder).checkpoint()), checkpoint);
        trials.run(true, Progress.NONE);
    }

    /** The checkpoint that is left when the training dies after its first epoch. */
    public static byte[] seed(Path folder) throws IOException {
        try {
            trials(folder).run(false, new Progress() {
                private int epochs;

                @Override
                public void start(String task, long total, String unit) {}

                @Override
                public void advance(long amount) {
                    if (epochs > 0) {
                        throw new Killed();
                    }
                }

                @Override
                public void note(String message) {
                    epochs += message.startsWith("epoch ") ? 1 : 0;
                }

                @Override
                public void warn(String message) {}

                @Override
                public void finish() {}
            });
        } catch (Killed e) {
            return Files.readAllBytes(Path.of(files(folder).checkpoint()));
        }
        throw new UncheckedIOException(new IOException("the training did not stop"));
    }

    private static TrialFiles files(Path folder) {
        return new TrialFiles(folder.resolve("input.zip").toString(), 1);
    }

    private static LabelledSequences data() {
        List<DnaSequence> sequences = new ArrayList<>();
        List<Labels.Row> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String letters = i % 2 == 0 ? "ACGTACGT" : "GGTTCCAA";
            sequences.add(new DnaSequence("s" + i, "", letters.getBytes(StandardCharsets.US_ASCII)));
            rows.add(new Labels.Row("s" + i, i < 8 ? Split.TRAIN : Split.VALID, new float[] {i % 2}));
        }
        return LabelledSequences.join(new Labels(List.of("c"), rows), sequences, "input", "input");
    }

    private static Trials trials(Path folder) {
        NetworkSpec spec = new NetworkSpec(
                "tiny",
                8,
                1,
                List.of(new LayerSpec.Convolution(
                        2, 3, LayerSpec.Padding.SAME, true, Activation.named("exponential"), 0)));
        TrainingPlan plan = new TrainingPlan(
                2, 4, new Schedule.Settings(1e-3, 20, 2, 0.5, 1e-7), 1e-6, Metric.AUROC, true, false, 1, 1);
        return new Trials(
                spec,
                Initialization.named("glorot-uniform"),
                Engine.SIMD,
                DATA,
                plan,
                files(folder),
                new Trials.Description(Map.of(), Provenance.of(List.of("expomotif train")), "0"));
    }
}
