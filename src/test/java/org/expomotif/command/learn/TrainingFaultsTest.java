package org.expomotif.command.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.LabelTable;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options, networks, sequences and models with which no training or prediction is possible. */
class TrainingFaultsTest extends TrainedFixture {
    private CommandResult train(String more) {
        return tiny.run("train --sequences @/s.fa --labels @/l.tsv " + more);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | --network: expected one of cnn-2, | --network nonsense -o @/m.zip",
                "2 | --network: expected one of cnn-2, | --network  -o @/m.zip",
                "2 | --activation: unknown activation | --network cnn-2 --activation no -o @/m.zip",
                "2 | --init: unknown initialisation | --network cnn-2 --init no -o @/m.zip",
                "2 | --device: the engine simd computes on the processor"
                        + " | --network cnn-2 --device gpu -o @/m.zip",
                "2 | --epochs: expected at least 1, found 0 | --network cnn-2 --epochs 0 -o @/m.zip",
                "2 | --rate-factor: expected above 0 and at most 1 | --network cnn-2 --rate-factor NaN -o @/m.zip",
                "2 | a model is written to a file | --network cnn-2 -o -",
                "1 | the folder of the output does not exist | --network cnn-2 -o @/no/m.zip",
                "1 | the sequences are too short for this network"
                        + " | --network cnn-deep --width-factor 1 -o @/m.zip",
            })
    void optionsThatCannotBeAreRefused(int code, String message, String options) {
        train(options).isRefused(code, message);
        assertThat(folder.resolve("m.zip")).doesNotExist();
    }

    @Test
    void aFileThatIsNotAModelIsRefused() {
        tiny.run("predict --model @/s.fa --sequences @/s.fa").isRefused(1, "s.fa: this is not a model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "filters"})
    void sequencesOfAnotherLengthAreRefused(String command) {
        tiny.train("-o @/m.zip").succeeds();
        Fasta.of("x", "ACGT").write(folder.resolve("short.fa"));
        tiny.run(command + " --model @/m.zip --sequences @/short.fa -o @/out")
                .isRefused(1, "short.fa, sequence x: ", "expected 60 bases, found 4 bases");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 22, 100, -1})
    void aModelCutAtItsLastBytesIsDamaged(int missing) throws IOException {
        Path model = TinyModel.write(TinyModel.untrained("cnn-2", "relu", 1, "c"), folder.resolve("m.zip"));
        byte[] whole = Files.readAllBytes(model);
        Files.write(model, Arrays.copyOf(whole, whole.length - (missing < 0 ? whole.length / 2 : missing)));
        tiny.run("predict --model @/m.zip --sequences @/s.fa -o @/out.tsv")
                .isRefused(1, "m.zip: the model file is damaged; copy it");
        assertThat(folder.resolve("out.tsv")).doesNotExist();
    }

    /** Four sequences, of which two are trained on and two validate. */
    private void writeFour(String a, String b, String d, String e) {
        Fasta.of("a", a).and("b", b).and("d", d).and("e", e).write(folder.resolve("s.fa"));
        LabelTable.of("c")
                .and("a", "train", 1)
                .and("d", "train", 0)
                .and("b", "valid", 0)
                .and("e", "valid", 1)
                .write(folder.resolve("l.tsv"));
    }

    private CommandResult trainNetwork(String json) {
        TextFile.write(folder.resolve("n.json"), json);
        return train("--network @/n.json -o @/m.zip");
    }

    @Test
    void aHugeNetworkIsReported() {
        writeFour("ACGTT".repeat(40), "GGACT".repeat(40), "GGACA".repeat(40), "GGAAA".repeat(40));
        String layer = "{\"name\":\"x\",\"layers\":[{\"type\":\"convolution\",\"filters\":%d,"
                + "\"width\":2000000000,\"padding\":\"same\",\"activation\":\"relu\"}]}";
        trainNetwork(layer.formatted(2)).isRefused(1, "expected at most 67,108,864 weights in an array");
        trainNetwork(layer.formatted(2_000_000_000))
                .isRefused(
                        1,
                        "n.json, network x, layer 1: the network is too large for such sequences: expected at most"
                                + " 268,435,456 values of a sequence, found 200 positions x 2000000000");
        assertThat(folder.resolve("m.zip")).doesNotExist();
    }

    @Test
    void aFileThatIsNotANetworkIsReported() throws IOException {
        writeFour("ACGTACGT", "ACGTACGT", "ACGTACGT", "ACGTACGT");
        trainNetwork("{\"layers\": [}")
                .isRefused(1, "n.json, line 1: this is not JSON (Unexpected close marker '}': expected ']'); see docs");
        trainNetwork("{\"layers\": [{\"type\": \"dense\", \"units\": 3}]}")
                .isRefused(1, "n.json: the network's first layer must be a convolution: found dense");
        Path network = folder.resolve("n.json");
        Files.write(network, new byte[] {(byte) 0xFE, (byte) 0x81, 0, 3});
        train("--network @/n.json -o @/m.zip").isRefused(1, "n.json, line 1: this is not JSON (");
        Files.delete(network);
        Files.createDirectory(network);
        train("--network @/n.json -o @/m.zip").isRefused(1, "n.json: the input is a folder");
        assertThat(folder.resolve("m.zip")).doesNotExist();
    }

    @Test
    void aTrainingWhosePredictionsOverflowBrokeDown() {
        writeFour("ACGTACGT", "ACGTTCGT", "AGGTACGT", "ACCTACGA");
        TextFile.write(
                folder.resolve("n.json"), "{\"layers\": [{\"type\": \"convolution\", \"filters\": 2, \"width\": 3}]}");
        train("--network @/n.json --epochs 1 --learning-rate 1e30 -o @/m.zip")
                .isRefused(1, "trial 1, epoch 1: training diverged: the predictions are not finite; lower");
        assertThat(folder.resolve("m.zip")).doesNotExist();
    }
}
