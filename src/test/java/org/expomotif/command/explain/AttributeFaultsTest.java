package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.expomotif.testing.Bed;
import org.expomotif.testing.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of attribute that contradict each other, and inputs that do not fit. */
class AttributeFaultsTest extends ExplainedFixture {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --method voodoo | saliency, input-x-gradient, smoothgrad, integrated-gradients, expected-integrated-gradients, deeplift, deepshap, mutagenesis; found voodoo
            --method saliency --steps 3 | applies to integrated-gradients, not to saliency
            --method integrated-gradients --steps 0 | of 1 to 10000, found 0
            --method integrated-gradients --reference zero --references 3 | only one reference of kind zero
            --method saliency -o @/a.png | .npz, .tsv, .bedgraph or .bw
            --method saliency --class wings | expected one of core, a number from 1 to 1, or all; found wings
            --method mutagenesis --reference gc | not to mutagenesis
            --method saliency --noise 1 | apply to smoothgrad, not to saliency
            --method saliency --max-gap 1 | applies to methods whose scores add up
            --method deepshap --reference suffle | expected one of shuffle, dinucleotide, zero, gc, or a FASTA file; found suffle
            --method saliency --positives | need --labels
            --method saliency --truth-motifs m | need --sites
            --method saliency --limit 0 | at least 1, found 0
            """)
    void optionsThatDoNotFitAreUsageErrors(String options, String message) {
        explained.attribute(options).isRefused(2, message);
    }

    @Test
    void oneOfSeveralClassesMustBeNamed() {
        explained
                .run("attribute --model @/two.zip --sequences @/s.fa --method saliency")
                .isRefused(2, "expected one of left, right, or all");
    }

    @Test
    void sequencesOfAnotherLengthAreRefused() {
        explained
                .run("attribute --model @/model.zip --sequences @/short.fa --method saliency")
                .isRefused(
                        1,
                        "short.fa, sequence s: the sequence length differs from the model's input length: expected 200"
                                + " bases, found 4");
    }

    @Test
    void aFileThatIsNotAModelIsRefused() {
        explained
                .run("attribute --model @/s.fa --sequences @/s.fa --method saliency")
                .isRefused(1, "s.fa: this is not a model");
    }

    @Test
    void labelsMustHaveTheExplainedClass() {
        explained
                .run("attribute --model @/two.zip --sequences @/s.fa --method saliency --class 2 --labels @/labels.tsv"
                        + " --positives")
                .isRefused(1, "no such class: expected a column right, found core");
    }

    @Test
    void sitesOnOtherSequencesAreNotMeasured() {
        Bed.of("q", 50, 53, "m", 0, '+').write(folder.resolve("q.bed"));
        explained
                .attribute("--method saliency --sites @/q.bed -o @/q.tsv")
                .isRefused(1, "q.bed: no explained sequence has both planted and other bases");
        assertThat(folder.resolve("q.tsv")).doesNotExist();
    }

    @Test
    void aFileWithoutRegionsIsRefused() {
        TextFile.write(folder.resolve("r.bed"), "# nothing yet\n");
        explained
                .run("attribute --model @/model.zip --regions @/r.bed --genome @/s.fa --method saliency")
                .isRefused(1, "r.bed: the file has no regions: expected one region per line");
    }

    @Test
    void theKindOfOutputIsNotAFile() {
        explained
                .attribute("--method saliency --output x.npz")
                .isRefused(2, "--explained: expected probability, logit, found 'x.npz'");
    }
}
