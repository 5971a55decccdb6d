package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.expomotif.command.Captured;
import org.expomotif.command.TableRows;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.network.Evaluator;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An untrained network of the study, explained through the command line. */
class AttributeCommandTest {
    private static final int LENGTH = 200;

    @TempDir
    static Path folder;

    private static Evaluator evaluator;

    @BeforeAll
    static void files() throws IOException {
        NetworkSpec spec = Architectures.named("cnn-local", LENGTH, Activation.named("exponential"), 1);
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), 7);
        evaluator = network.evaluator(1);
        new Model(network, ModelInfo.of(spec, List.of("core"), Map.of(), Map.of(), 7, "test")).write(file("model.zip"));
        NetworkSpec two = Architectures.named("cnn-local", LENGTH, Activation.named("relu"), 2);
        new Model(
                        Network.create(two, Initialization.named("glorot-uniform"), 8),
                        ModelInfo.of(two, List.of("left", "right"), Map.of(), Map.of(), 8, "test"))
                .write(file("two.zip"));
        Random random = new Random(3);
        StringBuilder fasta = new StringBuilder();
        StringBuilder labels = new StringBuilder("id\tsplit\tcore\n");
        StringBuilder sites = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            fasta.append(">s").append(i).append('\n');
            for (int j = 0; j < LENGTH; j++) {
                fasta.append(i == 0 && j == 5 ? 'N' : "ACGT".charAt(random.nextInt(4)));
            }
            fasta.append('\n');
            labels.append("s" + i + "\t" + (i < 2 ? "train" : "test") + "\t" + i % 2 + "\n");
            sites.append("s" + i + "\t20\t40\tM1\t0\t+\n");
        }
        Files.writeString(folder.resolve("s.fa"), fasta);
        Files.writeString(folder.resolve("labels.tsv"), labels);
        Files.writeString(folder.resolve("sites.bed"), sites);
        Files.writeString(folder.resolve("short.fa"), ">s\nACGT\n");
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static Captured attribute(String... arguments) {
        List<String> all = new ArrayList<>(List.of("attribute", "--model", file("model.zip"), "--sequences"));
        all.add(file("s.fa"));
        all.addAll(Arrays.asList(arguments));
        return Captured.run(all.toArray(String[]::new));
    }

    private static Map<String, NpyArray> arrays(String... arguments) {
        String output = file("scores.npz");
        Captured run = attribute(
                Stream.concat(Stream.of(arguments), Stream.of("-o", output)).toArray(String[]::new));
        assertThat(run.err()).doesNotContain("error");
        assertThat(run.code()).isZero();
        return Npz.read(output);
    }

    private static float[] oneHot(DnaSequence sequence) {
        float[] input = new float[4 * LENGTH];
        OneHot.encode(sequence.codes(), input, 0);
        return input;
    }

    @Test
    void mutagenesisEqualsPredictingEveryMutant() {
        float[] scores =
                arrays("--method", "mutagenesis", "--limit", "1").get("arr_0").floats();
        DnaSequence sequence = SequenceFile.readAll(file("s.fa")).getFirst();
        byte[] codes = sequence.codes();
        float original = evaluator.probabilities(oneHot(sequence), 1)[0];
        for (int base = 0; base < 4; base++) {
            float[] mutants = new float[LENGTH * 4 * LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                byte[] mutant = codes.clone();
                mutant[i] = codes[i] == Nucleotide.UNKNOWN ? Nucleotide.UNKNOWN : (byte) base;
                OneHot.encode(mutant, mutants, i * 4 * LENGTH);
            }
            float[] predicted = evaluator.probabilities(mutants, LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                assertThat(scores[base * LENGTH + i]).isEqualTo(predicted[i] - original);
            }
        }
        assertThat(scores[3] * scores[LENGTH - 1]).isNotZero();
    }

    /** Output, reference output, sum and gap of the first sequence with a number of steps. */
    private static double[] sums(String steps) throws IOException {
        Captured run = attribute(
                "--method",
                "integrated-gradients",
                "--steps",
                steps,
                "--references",
                "2",
                "--output",
                "logit",
                "--limit",
                "1",
                "--summary",
                file("sums.tsv"),
                "-o",
                file("x.tsv"));
        assertThat(run.err()).contains("base scores differ from output - reference output by ");
        List<String> rows = TableRows.of(folder.resolve("sums.tsv"));
        assertThat(rows).hasSize(2).first().isEqualTo("id\toutput\treference_output\tsum\tgap");
        return Arrays.stream(rows.get(1).split("\t"))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void integratedGradientsAddUpAndSayByHowMuchTheyMiss() throws IOException {
        double[] coarse = sums("2");
        double[] fine = sums("200");
        float logit = evaluator.logits(oneHot(SequenceFile.readAll(file("s.fa")).getFirst()), 1)[0];
        assertThat(fine[0]).isCloseTo(logit, within(1e-7));
        assertThat(fine[3]).isCloseTo(fine[2] - (fine[0] - fine[1]), within(1e-7));
        assertThat(Math.abs(fine[3])).isLessThan(0.01 * Math.abs(fine[0] - fine[1]));
        assertThat(Math.abs(coarse[3])).isGreaterThan(5 * Math.abs(fine[3]));
        double sum = Files.readAllLines(folder.resolve("x.tsv")).stream()
                .filter(line -> line.startsWith("s0"))
                .mapToDouble(line -> Double.parseDouble(line.split("\t")[3]))
                .sum();
        assertThat(sum).isCloseTo(fine[2], within(1e-6));
    }

    @Test
    void choosesByLabelAndMeasuresAgainstTruth() throws IOException {
        Captured run = attribute(
                "--method",
                "saliency",
                "--labels",
                file("labels.tsv"),
                "--split",
                "test",
                "--positives",
                "--limit",
                "1",
                "--sites",
                file("sites.bed"),
                "-o",
                file("chosen.tsv.gz"));
        assertThat(run.code()).isZero();
        List<String> rows = TableRows.of(folder.resolve("chosen.evaluation.tsv"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).isEqualTo("id\tauroc\taupr\taupr_trapezoid");
        assertThat(rows.get(1)).startsWith("s3\t");
        assertThat(rows.get(2)).isEqualTo(rows.get(1).replace("s3", "mean"));
        assertThat(rows.get(3)).isEqualTo("sd\t0\t0\t0");
        assertThat(run.err()).contains("planted bases, 1 sequences: AUROC 0.");
    }

    @Test
    void theSameSeedGivesTheSameBytesWhateverTheThreads() throws IOException {
        for (String threads : List.of("1", "2", "3")) {
            attribute(
                    "--method",
                    "integrated-gradients",
                    "--references",
                    "2",
                    "--steps",
                    "3",
                    "--threads",
                    threads,
                    "-o",
                    file(threads + ".tsv"));
        }
        byte[] one = Files.readAllBytes(folder.resolve("1.tsv"));
        assertThat(Files.readAllBytes(folder.resolve("2.tsv"))).isEqualTo(one);
        assertThat(Files.readAllBytes(folder.resolve("3.tsv"))).isEqualTo(one);
    }

    @Test
    void faultsOfTheCommandLine() {
        assertFault(
                2,
                attribute("--method", "voodoo"),
                "saliency, input-x-gradient, smoothgrad, integrated-gradients, expected-integrated-gradients, deeplift,"
                        + " deepshap, mutagenesis; found voodoo");
        assertFault(
                2,
                attribute("--method", "saliency", "--steps", "3"),
                "applies to integrated-gradients, not to saliency");
        assertFault(2, attribute("--method", "integrated-gradients", "--steps", "0"), "of 1 to 10000, found 0");
        assertFault(
                2,
                attribute("--method", "integrated-gradients", "--reference", "zero", "--references", "3"),
                "only one reference of kind zero");
        assertFault(2, attribute("--method", "saliency", "-o", file("a.png")), ".npz, .tsv, .bedgraph or .bw");
        assertFault(
                2,
                attribute("--method", "saliency", "--class", "wings"),
                "expected one of core, a number from 1 to 1, or all; found wings");
        assertFault(2, attribute("--method", "mutagenesis", "--reference", "gc"), "not to mutagenesis");
        assertFault(2, attribute("--method", "saliency", "--noise", "1"), "apply to smoothgrad, not to saliency");
        assertFault(2, attribute("--method", "saliency", "--max-gap", "1"), "applies to methods whose scores add up");
        assertFault(
                2,
                attribute("--method", "deepshap", "--reference", "suffle"),
                "expected one of shuffle, dinucleotide, zero, gc, or a FASTA file; found suffle");
        assertFault(2, attribute("--method", "saliency", "--positives"), "need --labels");
        assertFault(2, attribute("--method", "saliency", "--truth-motifs", "m"), "need --sites");
        assertFault(2, attribute("--method", "saliency", "--limit", "0"), "at least 1, found 0");
        assertFault(
                2,
                Captured.run(
                        "attribute", "--model", file("two.zip"), "--sequences", file("s.fa"), "--method", "saliency"),
                "expected one of left, right, or all");
    }

    @Test
    void deepLiftAddsUpToTheDigitsOfAFloat() throws IOException {
        for (String output : List.of("logit", "probability")) {
            Captured run = attribute(
                    "--method",
                    "deepshap",
                    "--output",
                    output,
                    "--max-gap",
                    "1e-5",
                    "--summary",
                    file("sums.tsv"),
                    "-o",
                    file("x.tsv"));
            assertThat(run.err()).doesNotContain("error");
            List<String> rows = rows("sums.tsv");
            assertThat(rows).hasSize(7);
            for (String row : rows.subList(1, 7)) {
                String[] cells = row.split("\t");
                double difference = Double.parseDouble(cells[1]) - Double.parseDouble(cells[2]);
                assertThat(Math.abs(Double.parseDouble(cells[4]))).isLessThan(1e-4 * Math.abs(difference) + 6e-8);
            }
        }
    }

    private static List<String> rows(String name) throws IOException {
        return TableRows.of(folder.resolve(name));
    }

    @Test
    void aGapTooLargeIsAnErrorAndLeavesNoFile() {
        Captured run = attribute(
                "--method", "integrated-gradients", "--steps", "1", "--max-gap", "1e-7", "-o", file("gap.npz"));
        assertFault(
                1,
                run,
                "sequence s0: the base scores do not add up to output - reference output: expected a gap of at most"
                        + " 1.00e-07 (--max-gap), found ");
        assertThat(run.err()).contains("; increase --steps");
        assertThat(folder.resolve("gap.npz")).doesNotExist();
    }

    @Test
    void allClassesHaveAFileEach() {
        String[] start = {
            "attribute", "--model", file("two.zip"), "--sequences", file("s.fa"), "--method", "input-x-gradient", "-o"
        };
        assertThat(Captured.run(with(start, file("both.npz"), "--class", "all")).code())
                .isZero();
        assertThat(folder.resolve("both.npz")).doesNotExist();
        for (String name : List.of("left", "right")) {
            assertThat(Captured.run(with(start, file("one.npz"), "--class", name))
                            .code())
                    .isZero();
            assertThat(Npz.read(file("both." + name + ".npz")).get("arr_0").floats())
                    .isEqualTo(Npz.read(file("one.npz")).get("arr_0").floats());
        }
        assertFault(2, Captured.run(with(start, "-", "--class", "all")), "--class all needs a file as -o");
        assertFault(
                2,
                Captured.run(with(start, file("x.npz"), "--class", "all", "--sites", file("sites.bed"))),
                "--sites needs one --class");
    }

    private static String[] with(String[] start, String... more) {
        return Stream.concat(Stream.of(start), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void referencesMayBeOnesOwn() {
        Captured run = attribute(
                "--method",
                "deeplift",
                "--reference",
                file("s.fa"),
                "--references",
                "2",
                "--max-gap",
                "1e-5",
                "-o",
                file("own.npz"));
        assertThat(run.err()).doesNotContain("error");
        assertThat(run.code()).isZero();
        assertFault(
                1,
                attribute("--method", "deeplift", "--reference", file("short.fa"), "-o", file("own.npz")),
                "short.fa, sequence s: the reference length differs from the model's input length: expected 200 bases,"
                        + " found 4 bases");
    }

    /** A genome of two sequences; the second region lies on the other strand. */
    @Test
    void regionsOfAGenomeBecomeSequencesAndATrackOnIt() throws IOException {
        List<DnaSequence> sequences = SequenceFile.readAll(file("s.fa"));
        String first = new String(sequences.get(1).letters(), StandardCharsets.US_ASCII);
        String second = new String(sequences.get(2).letters(), StandardCharsets.US_ASCII);
        Files.writeString(folder.resolve("genome.fa"), ">chrA\nACGTA\n" + first + "\n>chrB\n" + second + "\n");
        Files.writeString(folder.resolve("r.bed"), "chrB\t100\t101\tx\t0\t-\nchrA\t95\t115\ty\t0\t+\n");
        String[] start = {"attribute", "--model", file("model.zip"), "--method", "saliency"};
        String[] regions = with(start, "--regions", file("r.bed"), "--genome", file("genome.fa"), "-o");
        Captured run = Captured.run(with(regions, file("r.npz"), "--one-hot", file("ohe.npz")));
        assertThat(run.err()).doesNotContain("error");
        Map<String, NpyArray> arrays = Npz.read(file("r.npz"));
        assertThat(arrays.get("ids").strings()).containsExactly("x::chrB:0-200(-)", "y::chrA:5-205");
        assertThat(Npz.read(file("ohe.npz")).get("arr_0").bytes())
                .isEqualTo(arrays.get("one_hot").bytes());
        Captured.run(with(start, "--sequences", file("s.fa"), "--limit", "3", "-o", file("s.npz")));
        float[] plain = Npz.read(file("s.npz")).get("base_scores").floats();
        float[] cut = arrays.get("base_scores").floats();
        assertThat(Arrays.copyOfRange(cut, LENGTH, 2 * LENGTH))
                .isEqualTo(Arrays.copyOfRange(plain, LENGTH, 2 * LENGTH));
        assertThat(Captured.run(with(regions, file("r.bedgraph"))).code()).isZero();
        List<String> track = rows("r.bedgraph");
        assertThat(track.getFirst()).startsWith("chrA\t5\t6\t");
        assertThat(track.getLast()).startsWith("chrB\t").contains("\t200\t");
        assertThat(Double.parseDouble(track.getLast().split("\t")[3])).isCloseTo(cut[0], within(1e-5));
        int middle = 100;
        String at = track.stream()
                .filter(row -> row.startsWith("chrB\t" + middle + "\t"))
                .findFirst()
                .orElseThrow()
                .split("\t")[3];
        assertThat(Double.parseDouble(at)).isCloseTo(cut[199 - middle], within(1e-5 * Math.abs(cut[199 - middle])));
        assertThat(Captured.run(with(regions, file("r.bw"))).code()).isZero();
        assertThat(folder.resolve("r.bw")).isNotEmptyFile();
        assertFault(2, Captured.run(with(start, "--regions", file("r.bed"))), "--genome belong together");
        assertFault(2, Captured.run(start), "give either --sequences, or --regions and --genome");
        Files.writeString(folder.resolve("r.bed"), "chrA\t0\t20\n");
        assertFault(
                1,
                Captured.run(with(regions, "-")),
                "r.bed, line 1: the window of 200 bases around the region is not within the 205 bases of chrA: found"
                        + " chrA:0-20 (line 1); ");
        Files.writeString(folder.resolve("r.bed"), "chrC\t0\t20\n");
        assertFault(
                1,
                Captured.run(with(regions, "-")),
                "r.bed, line 1: no region lies in any of the sequences: expected names such as chrA, found names such as chrC");
    }

    @Test
    void aWindowIsDrawnAsALogo() throws IOException {
        Captured run =
                attribute("--method", "saliency", "--logo", file("w.svg"), "--window", "s2:11-20", "-o", file("w.tsv"));
        assertThat(run.code()).isZero();
        String svg = Files.readString(folder.resolve("w.svg"));
        assertThat(svg).startsWith("<svg").contains("<title>s2:11-20</title>").contains(">score</text>");
        assertThat(svg.split("<path fill=\"#", -1)).hasSizeGreaterThan(1);
        assertFault(
                1,
                attribute("--method", "saliency", "--logo", file("w.svg"), "--window", "s2:11-201"),
                "the window of the logo extends beyond the sequence: expected bases from 1 to 200, found 11-201");
        assertFault(
                1,
                attribute("--method", "saliency", "--logo", file("w.svg"), "--window", "nobody:1-2"),
                "no explained sequence has the name of the logo's window");
        assertFault(2, attribute("--method", "saliency", "--window", "s2:1-2"), "--window needs --logo");
    }

    @Test
    void faultsOfTheInput() {
        assertFault(
                1,
                Captured.run(
                        "attribute",
                        "--model",
                        file("model.zip"),
                        "--sequences",
                        file("short.fa"),
                        "--method",
                        "saliency"),
                "short.fa, sequence s: the sequence length differs from the model's input length: expected 200 bases, found 4");
        assertFault(
                1,
                Captured.run("attribute", "--model", file("s.fa"), "--sequences", file("s.fa"), "--method", "saliency"),
                "s.fa");
        assertFault(
                1,
                Captured.run(
                        "attribute",
                        "--model",
                        file("two.zip"),
                        "--sequences",
                        file("s.fa"),
                        "--method",
                        "saliency",
                        "--class",
                        "2",
                        "--labels",
                        file("labels.tsv"),
                        "--positives"),
                "no such class: expected a column right, found core");
    }

    private static void assertFault(int code, Captured run, String message) {
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
    }
}
