package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.expomotif.dna.OneHot;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores that add up to the difference between an output and that of the reference. */
class AttributeSumsTest extends ExplainedFixture {
    /** Output, reference output, sum and gap of the first sequence with a number of steps. */
    private static double[] sums(int steps) {
        explained
                .attribute("--method integrated-gradients --references 2 --output logit --limit 1 --steps " + steps
                        + " --summary @/sums.tsv -o @/x.tsv")
                .succeeds()
                .reports("base scores differ from output - reference output by ");
        List<String> rows = Rows.of(folder.resolve("sums.tsv"));
        assertThat(rows).hasSize(2).first().isEqualTo("id\toutput\treference_output\tsum\tgap");
        return Arrays.stream(rows.get(1).split("\t"))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void integratedGradientsAddUpAndSayByHowMuchTheyMiss() {
        double[] coarse = sums(2);
        double[] fine = sums(200);
        float[] input = new float[4 * ExplainedModel.LENGTH];
        OneHot.encode(SequenceFile.readAll(folder + "/s.fa").getFirst().codes(), input, 0);
        float logit = explained.model().network().evaluator(1).logits(input, 1)[0];
        assertThat(fine[0]).isCloseTo(logit, within(1e-7));
        assertThat(fine[3]).isCloseTo(fine[2] - (fine[0] - fine[1]), within(1e-7));
        assertThat(Math.abs(fine[3])).isLessThan(0.01 * Math.abs(fine[0] - fine[1]));
        assertThat(Math.abs(coarse[3])).isGreaterThan(5 * Math.abs(fine[3]));
        double sum = Rows.of(folder.resolve("x.tsv")).stream()
                .filter(line -> line.startsWith("s0"))
                .mapToDouble(line -> Double.parseDouble(line.split("\t")[3]))
                .sum();
        assertThat(sum).isCloseTo(fine[2], within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"logit", "probability"})
    void deepLiftAddsUpToTheDigitsOfAFloat(String output) {
        explained
                .attribute("--method deepshap --max-gap 1e-5 --summary @/sums.tsv -o @/x.tsv --output " + output)
                .succeeds()
                .standardError()
                .doesNotContain("error");
        List<String> rows = Rows.of(folder.resolve("sums.tsv"));
        assertThat(rows).hasSize(7);
        for (String row : rows.subList(1, 7)) {
            String[] cells = row.split("\t");
            double difference = Double.parseDouble(cells[1]) - Double.parseDouble(cells[2]);
            assertThat(Math.abs(Double.parseDouble(cells[4]))).isLessThan(1e-4 * Math.abs(difference) + 6e-8);
        }
    }

    @Test
    void aGapTooLargeIsAnErrorAndLeavesNoFile() {
        explained
                .attribute("--method integrated-gradients --steps 1 --max-gap 1e-7 -o @/gap.npz")
                .isRefused(
                        1,
                        "sequence s0: the base scores do not add up to output - reference output: expected a gap of at"
                                + " most 1.00e-07 (--max-gap), found ",
                        "; increase --steps");
        assertThat(folder.resolve("gap.npz")).doesNotExist();
    }

    @Test
    void referencesMayBeOnesOwn() {
        explained
                .attribute("--method deeplift --reference @/s.fa --references 2 --max-gap 1e-5 -o @/own.npz")
                .succeeds()
                .standardError()
                .doesNotContain("error");
    }

    @Test
    void referencesOfAnotherLengthAreRefused() {
        explained
                .attribute("--method deeplift --reference @/short.fa -o @/own.npz")
                .isRefused(
                        1,
                        "short.fa, sequence s: the reference length differs from the model's input length: expected 200"
                                + " bases, found 4 bases");
    }
}
