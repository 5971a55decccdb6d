package org.expomotif.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.expomotif.mutated.Mutation;
import org.expomotif.network.Network;
import org.expomotif.network.TrainerOptions;
import org.expomotif.network.TrainerState;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checkpoints with sizes and contents that no run has written. */
class HostileCheckpointTest {
    private static final NetworkSpec SPEC = new NetworkSpec(
            "tiny",
            8,
            1,
            List.of(new LayerSpec.Convolution(2, 3, LayerSpec.Padding.SAME, true, Activation.named("relu"), 0)));

    @TempDir
    private Path folder;

    private static Network network() {
        return Network.create(SPEC, Initialization.named("glorot-uniform"), 1);
    }

    private static TrainerState state() {
        Network network = network();
        try (var trainer = network.trainer(new TrainerOptions(4, 0.001, 0, 1, 1))) {
            return trainer.state();
        }
    }

    private static HistoryRow row(int trial, int epoch) {
        return new HistoryRow(trial, epoch, 0.001, 0.5, 0.5, 0.5, 0.5);
    }

    private static Checkpoint checkpoint(List<HistoryRow> history, TrainerState state) {
        return new Checkpoint(Map.of("a", "b"), history, state, Map.of());
    }

    private static TrainerState with(String name, float[] values) {
        TrainerState state = state();
        Map<String, float[]> weights = new LinkedHashMap<>(state.weights());
        weights.put(name, values);
        return new TrainerState(state.steps(), state.learningRate(), weights, state.means(), state.squares());
    }

    static Stream<Arguments> unfit() {
        TrainerState state = state();
        List<HistoryRow> one = List.of(row(1, 1));
        return Stream.of(
                Arguments.of(checkpoint(List.of(), state), "trial 0 of 2"),
                Arguments.of(checkpoint(List.of(row(2, 1)), state), "not in order"),
                Arguments.of(checkpoint(List.of(row(1, 2)), state), "not in order"),
                Arguments.of(checkpoint(List.of(row(-1, 1)), state), "not in order"),
                Arguments.of(checkpoint(List.of(row(1, 1), row(2, 1), row(3, 1)), state), "trial 3 of 2"),
                Arguments.of(checkpoint(one, with("conv1/kernel", new float[1])), "weights conv1/kernel"),
                Arguments.of(
                        checkpoint(one, new TrainerState(-1, 0.1, state.weights(), state.means(), state.squares())),
                        "steps"),
                Arguments.of(
                        checkpoint(
                                one, new TrainerState(1, Double.NaN, state.weights(), state.means(), state.squares())),
                        "learning rate"),
                Arguments.of(
                        checkpoint(one, new TrainerState(1, 0.1, state.weights(), Map.of(), state.squares())),
                        "weights"),
                Arguments.of(
                        new Checkpoint(Map.of(), one, state, Map.of("conv1/kernel", new float[24])),
                        "are not those of the network"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatNoRunHasWrittenIsRefused(Checkpoint checkpoint, String message) {
        assertThatThrownBy(() -> checkpoint.requireFit(network(), 2, "c"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("c: the checkpoint is damaged")
                .hasMessageContaining(message);
    }

    @Test
    void aWholeOneFits() {
        Path file = folder.resolve("c");
        checkpoint(List.of(row(1, 1), row(1, 2), row(2, 1)), state()).write(file.toString());
        Checkpoint.read(file.toString()).orElseThrow().requireFit(network(), 2, "c");
    }

    @Test
    void lengthsOfArraysTakeNoMemory() throws IOException {
        for (int length : new int[] {-1, Integer.MAX_VALUE}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF("expomotif checkpoint 2");
            out.writeInt(0);
            out.writeInt(0);
            out.writeLong(1);
            out.writeDouble(0.1);
            out.writeInt(1);
            out.writeUTF("conv1/kernel");
            out.writeInt(length);
            Path file = Files.write(folder.resolve("c"), bytes.toByteArray());
            assertThatThrownBy(() -> Checkpoint.read(file.toString()))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("this is not a checkpoint of this version");
        }
    }

    @Test
    void randomFaults() throws IOException {
        Path file = folder.resolve("whole");
        checkpoint(List.of(row(1, 1)), state()).write(file.toString());
        new Mutation(folder)
                .of(
                        Files.readAllBytes(file),
                        c -> Checkpoint.read(c).orElseThrow().requireFit(network(), 2, c));
        assertThat(folder.resolve("input")).exists();
    }
}
