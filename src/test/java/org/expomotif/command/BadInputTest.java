package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong or hostile input ends with one sentence and the right exit code, and no output is written. */
class BadInputTest {
    private static final String MOTIF =
            "MEME version 4\n\nMOTIF m\nletter-probability matrix: alength= 4 w= 3\n" + "1 0 0 0\n0 1 0 0\n0 0 1 0\n";

    @TempDir
    Path folder;

    @BeforeEach
    void writeInputs() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        write("m.meme", MOTIF);
        write("s.fa", ">a\n" + "ACGTT".repeat(40) + "\n>b\n" + "GGACT".repeat(40) + "\n");
        write("l.tsv", "id\tsplit\tc\na\ttest\t1\nb\ttest\t0\n");
        write("sites.bed", "a\t50\t53\tm\t0\t+\na\t150\t153\tm\t0\t+\n");
    }

    @Test
    void linesOfOldMacsAreNotOneLongHeader() throws IOException {
        write("s.fa", ">a\rACGT\r>b\rACGT\r");
        refused(
                1,
                "s.fa, line 1: the lines end with carriage returns alone",
                "scan",
                "--motifs",
                "m.meme",
                "--sequences",
                "s.fa");
    }

    @Test
    void labelsAndSequencesOfLocalizeBelongTogether() throws IOException {
        String[] localize = {
            "localize", "--motifs", "m.meme", "--sequences", "s.fa", "--sites", "sites.bed", "--labels", "l.tsv"
        };
        write("l.tsv", "id\tsplit\tc\na\ttest\t1\nb\ttest\t0\nq\ttrain\t0\n");
        refused(1, "l.tsv: labels without a sequence in ", localize);
        write("l.tsv", "id\tsplit\tc\na\ttest\t1\n");
        refused(1, "s.fa: sequences without a label in ", localize);
    }

    @Test
    void truthOfOtherSequencesIsNotMeasured() throws IOException {
        model();
        write("sites.bed", "q\t50\t53\tm\t0\t+\n");
        refused(
                1,
                "sites.bed: no explained sequence has both planted and other bases",
                words("attribute --model m.zip --sequences s.fa --method saliency --sites sites.bed"));
        refused(
                1,
                "sites.bed, line 1: no region lies in any of the sequences: expected names such as a, found names such as q",
                "scan",
                "--motifs",
                "m.meme",
                "--sequences",
                "s.fa",
                "--regions",
                "sites.bed");
    }

    @Test
    void aModelCutAtItsLastBytesIsDamaged() throws IOException {
        model();
        byte[] whole = Files.readAllBytes(folder.resolve("m.zip"));
        for (int cut : new int[] {1, 10, 22, 100, whole.length / 2}) {
            Files.write(folder.resolve("m.zip"), Arrays.copyOf(whole, whole.length - cut));
            refused(
                    1,
                    "m.zip: the model file is damaged; copy it",
                    "predict",
                    "--model",
                    "m.zip",
                    "--sequences",
                    "s.fa");
        }
    }

    @Test
    void aHugeNetworkIsReported() throws IOException {
        write(
                "s.fa",
                ">a\n" + "ACGTT".repeat(40) + "\n>b\n" + "GGACT".repeat(40) + "\n>d\n" + "GGACA".repeat(40) + "\n>e\n"
                        + "GGAAA".repeat(40) + "\n");
        write("l.tsv", "id\tsplit\tc\na\ttrain\t1\nd\ttrain\t0\nb\tvalid\t0\ne\tvalid\t1\n");
        String[] train = {"train", "--network", "n.json", "--sequences", "s.fa", "--labels", "l.tsv"};
        String layer = "{\"name\":\"x\",\"layers\":[{\"type\":\"convolution\",\"filters\":%d,"
                + "\"width\":2000000000,\"padding\":\"same\",\"activation\":\"relu\"}]}";
        write("n.json", layer.formatted(2));
        refused(1, "expected at most 67,108,864 weights in an array", train);
        write("n.json", layer.formatted(2_000_000_000));
        refused(
                1,
                "n.json, network x, layer 1: the network is too large for such sequences: expected at most 268,435,456"
                        + " values of a sequence, found 200 positions x 2000000000",
                train);
    }

    @Test
    void aFileThatIsNotANetworkIsReported() throws IOException {
        String[] train = {"train", "--network", "n.json", "--sequences", "s.fa", "--labels", "l.tsv"};
        write("l.tsv", "id\tsplit\tc\na\ttrain\t1\nd\ttrain\t0\nb\tvalid\t0\ne\tvalid\t1\n");
        write("s.fa", ">a\nACGTACGT\n>b\nACGTACGT\n>d\nACGTACGT\n>e\nACGTACGT\n");
        Files.write(folder.resolve("n.json"), new byte[] {(byte) 0xFE, (byte) 0x81, 0, 3});
        refused(1, "n.json, line 1: this is not JSON (", train);
        write("n.json", "{\"layers\": [}");
        refused(1, "n.json, line 1: this is not JSON (Unexpected close marker '}': expected ']'); see docs", train);
        write("n.json", "{\"layers\": [{\"type\": \"dense\", \"units\": 3}]}");
        refused(1, "n.json: the network's first layer must be a convolution: found dense", train);
        Files.delete(folder.resolve("n.json"));
        Files.createDirectory(folder.resolve("n.json"));
        refused(1, "n.json: the input is a folder", train);
        refused(
                2,
                "--network: expected one of cnn-2,",
                "train",
                "--network",
                "",
                "--sequences",
                "s.fa",
                "--labels",
                "l.tsv");
    }

    @Test
    void aFileWithoutRegionsIsReported() throws IOException {
        model();
        write("r.bed", "# nothing yet\n");
        refused(
                1,
                "r.bed: the file has no regions: expected one region per line",
                "attribute",
                "--model",
                "m.zip",
                "--regions",
                "r.bed",
                "--genome",
                "s.fa",
                "--method",
                "saliency");
    }

    @Test
    void wrongWordsAndNumbersOfOptionsAreReported() {
        refused(
                2,
                "--distance: expected ed, pearson, allr, kullback, sandelin, blic1, blic5, llr1, llr5, found 'no'",
                "tomtom-match",
                "--query",
                "m.meme",
                "--target",
                "m.meme",
                "--distance",
                "no");
        refused(2, "--format: expected tsv, meme, found 'no'", "motifs", "m.meme", "--format", "no");
        refused(
                2,
                "--threshold: expected a number, found 'x'",
                "scan",
                "--motifs",
                "m.meme",
                "--sequences",
                "s.fa",
                "--threshold",
                "x");
        refused(
                2,
                "--seed: expected a whole number, found '1.5'",
                "synth",
                "classes",
                "--out-dir",
                "out",
                "--seed",
                "1.5");
        refused(
                2,
                "--number: expected a whole number of at most 2147483647",
                "synth",
                "classes",
                "--out-dir",
                "out",
                "-n",
                "99999999999");
        refused(
                2,
                "--explained: expected probability, logit, found 'x.npz'",
                words("attribute --model m.zip --sequences s.fa --method saliency --output x.npz"));
        refused(
                2,
                "--motif-pseudo: expected at least 0",
                "tomtom-match",
                "--query",
                "m.meme",
                "--target",
                "m.meme",
                "--motif-pseudo",
                "Infinity");
    }

    @Test
    void aSetOfOutputsAppearsWholeOrNotAtAll() throws IOException {
        model();
        refused(
                1,
                "the folder of the output does not exist",
                "filters",
                "--model",
                "m.zip",
                "--sequences",
                "s.fa",
                "--table",
                "nowhere/t.tsv");
        refused(
                1,
                "the folder of the output does not exist",
                "tomtom-match",
                "--query",
                "m.meme",
                "--target",
                "m.meme",
                "--html",
                "nowhere/t.html");
        refused(
                1,
                "the folder of the output does not exist",
                words(
                        "attribute --model m.zip --sequences s.fa --method saliency --sites sites.bed --evaluation nowhere/e.tsv"));
        Files.createDirectory(folder.resolve("out/run.json"));
        Captured run = Captured.run("synth", "classes", "-n", "3", "--quiet", "--out-dir", file("out"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(folder.resolve("out").toFile().list()).containsExactly("run.json");
    }

    @Test
    void aTrainingWhosePredictionsOverflowBrokeDown() throws IOException {
        write("s.fa", ">a\nACGTACGT\n>b\nACGTTCGT\n>d\nAGGTACGT\n>e\nACCTACGA\n");
        write("l.tsv", "id\tsplit\tc\na\ttrain\t1\nd\ttrain\t0\nb\tvalid\t0\ne\tvalid\t1\n");
        write("n.json", "{\"layers\": [{\"type\": \"convolution\", \"filters\": 2, \"width\": 3}]}");
        String[] train = {
            "train",
            "--network",
            "n.json",
            "--sequences",
            "s.fa",
            "--labels",
            "l.tsv",
            "--epochs",
            "1",
            "--learning-rate",
            "1e30"
        };
        refused(1, "trial 1, epoch 1: training diverged: the predictions are not finite; lower", train);
    }

    @Test
    void standardInputIsReadOnce() {
        standardInput(MOTIF);
        refused(
                1,
                "standard input can be read once only; give '-' for one input, and files for the others",
                "scan",
                "--motifs",
                "-",
                "--sequences",
                "-");
        standardInput("");
        refused(1, "standard input: this is not a model: expected", "predict", "--model", "-", "--sequences", "s.fa");
        standardInput(MOTIF);
        assertThat(Captured.run("motifs", "-").code()).isZero();
    }

    private static void standardInput(String text) {
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatHasNoSenseOnTheCommandLineIsRefused() {
        refused(2, "--out-dir: expected the name of a folder, found ''", "synth", "classes", "--out-dir", "");
        refused(2, "--threads: expected at least 1, found 0", "motifs", "m.meme", "--threads", "0");
        refused(2, "--seed: expected a value, found '-o'", "motifs", "m.meme", "--seed");
        assertThat(Captured.run("motifs", "--seed").err())
                .startsWith("expomotif motifs: error: --seed: expected a value (N), found none\n");
        refused(2, "--seed: given more than once", "motifs", "m.meme", "--seed", "1", "--seed", "1");
        refused(2, "unexpected argument: found 'one', 'two'", "motifs", "m.meme", "one", "two");
        refused(
                2,
                "--activations: there is no such activation: expected one of relu,",
                "benchmark",
                "attribution",
                "--activations",
                "swish",
                "--out-dir",
                "out");
        refused(
                2,
                "--methods: expected at least one",
                "benchmark",
                "attribution",
                "--methods",
                ",",
                "--out-dir",
                "out");
        String[] scan = {"scan", "--motifs", "m.meme", "--sequences", "s.fa", "--shard", "1/0"};
        refused(2, "--shard: expected a shard such as 2/8, found 1/0", scan);
        Captured nameless = Captured.run("");
        assertThat(nameless.code()).isEqualTo(2);
        assertThat(nameless.err()).startsWith("expomotif: error: no command ''\n");
    }

    @Test
    void oneSequenceHasNoDeviation() {
        Captured run = Captured.run(
                "localize", "--motifs", file("m.meme"), "--sequences", file("s.fa"), "--sites", file("sites.bed"));
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains(" over 1 sequences").doesNotContain("NaN");
    }

    private void model() {
        NetworkSpec spec = Architectures.named("cnn-2", 200, Activation.named("relu"), 1);
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), 1);
        new Model(network, ModelInfo.of(spec, List.of("c"), Map.of(), Map.of(), 1, "test")).write(file("m.zip"));
    }

    private void refused(int code, String sentence, String... arguments) {
        List<String> line = new ArrayList<>();
        for (String argument : arguments) {
            line.add(
                    argument.matches("[\\w/]+\\.\\w+|out") && !argument.matches("[\\d.]+|x.npz")
                            ? file(argument)
                            : argument);
        }
        if (!line.contains("--out-dir")) {
            line.add("-o");
            line.add(file("out/result." + (arguments[0].equals("filters") ? "meme" : "tsv")));
        }
        Captured run = Captured.run(line.toArray(String[]::new));
        assertThat(run.err()).contains(sentence).doesNotContain("a bug in expomotif");
        assertThat(run.err().lines().filter(text -> text.contains("error: "))).hasSize(1);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    private static String[] words(String line) {
        return line.split(" ");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
