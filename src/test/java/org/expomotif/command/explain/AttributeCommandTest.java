package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;
import org.expomotif.io.numpy.Npz;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.network.Evaluator;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.Test;

/** The scores of base and sequence, and which sequences and classes are explained. */
class AttributeCommandTest extends ExplainedFixture {
    private static final int LENGTH = ExplainedModel.LENGTH;

    private static float[] baseScores(String name) {
        return Npz.read(folder + "/" + name).get("arr_0").floats();
    }

    @Test
    void mutagenesisEqualsPredictingEveryMutant() {
        explained
                .attribute("--method mutagenesis --limit 1 -o @/scores.npz")
                .succeeds()
                .standardError()
                .doesNotContain("error");
        float[] scores = baseScores("scores.npz");
        Evaluator evaluator = explained.model().network().evaluator(1);
        DnaSequence sequence = SequenceFile.readAll(folder + "/s.fa").getFirst();
        byte[] codes = sequence.codes();
        float[] input = new float[4 * LENGTH];
        OneHot.encode(codes, input, 0);
        float original = evaluator.probabilities(input, 1)[0];
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

    /** The gradient is 0.5 for G at every G; a quarter of that, the mean of the four bases, is subtracted. */
    @Test
    void saliencyOfACountIsTheWeightWhereTheBaseIs() {
        Path scores = folder.resolve("count.tsv");
        CommandLineRun.of("attribute", "--method", "saliency", "--output", "logit")
                .model(TinyModel.write(TinyModel.counting('G', 6, 0.5f, -1), folder.resolve("count.zip")))
                .sequences(Fasta.of("s", "ACGTGA").write(folder.resolve("six.fa")))
                .to(scores)
                .run()
                .succeeds();
        assertThat(Rows.of(scores).stream().skip(1).map(row -> row.split("\t")[3]))
                .containsExactly("0", "0", "0.375", "0", "0.375", "0");
    }

    @Test
    void choosesByLabelAndMeasuresAgainstTruth() {
        CommandResult run = explained.attribute("--method saliency --labels @/labels.tsv --split test --positives"
                + " --limit 1 --sites @/sites.bed -o @/chosen.tsv.gz");
        run.succeeds().reports("planted bases, 1 sequences: AUROC 0.");
        List<String> rows = Rows.of(folder.resolve("chosen.evaluation.tsv"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).isEqualTo("id\tauroc\taupr\taupr_trapezoid");
        assertThat(rows.get(1)).startsWith("s3\t");
        assertThat(rows.get(2)).isEqualTo(rows.get(1).replace("s3", "mean"));
        assertThat(rows.get(3)).isEqualTo("sd\t0\t0\t0");
    }

    @Test
    void theSameSeedGivesTheSameBytesWhateverTheThreads() {
        for (int threads = 1; threads <= 3; threads++) {
            explained
                    .attribute("--method integrated-gradients --references 2 --steps 3 --threads " + threads + " -o @/"
                            + threads + ".tsv")
                    .succeeds();
        }
        assertThat(folder.resolve("2.tsv")).hasSameBinaryContentAs(folder.resolve("1.tsv"));
        assertThat(folder.resolve("3.tsv")).hasSameBinaryContentAs(folder.resolve("1.tsv"));
    }

    @Test
    void allClassesHaveAFileEach() {
        String line = "attribute --model @/two.zip --sequences @/s.fa --method input-x-gradient --class ";
        explained.run(line + "all -o @/both.npz").succeeds();
        assertThat(folder.resolve("both.npz")).doesNotExist();
        for (String name : List.of("left", "right")) {
            explained.run(line + name + " -o @/one.npz").succeeds();
            assertThat(baseScores("both." + name + ".npz")).isEqualTo(baseScores("one.npz"));
        }
    }

    @Test
    void allClassesNeedFilesAndNoSites() {
        String line = "attribute --model @/two.zip --sequences @/s.fa --method input-x-gradient --class all ";
        explained.run(line + "-o -").isRefused(2, "--class all needs a file as -o");
        explained.run(line + "--sites @/sites.bed -o @/x.npz").isRefused(2, "--sites needs one --class");
    }
}
