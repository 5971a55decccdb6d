package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.testing.Bed;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.Meme;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wrong input of any command ends with one sentence and the right exit code, and no output is written. The tests of
 * each command have what is wrong for that command alone.
 */
class BadInputTest {
    private static final Meme MOTIF = Meme.of("m", "ACG");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeInputs() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        MOTIF.write(folder.resolve("m.meme"));
        Fasta.of("a", "ACGTT".repeat(40)).and("b", "GGACT".repeat(40)).write(folder.resolve("s.fa"));
    }

    private void refused(int code, String line, String message) {
        CommandLineRun.parse(folder, line).run().isRefused(code, message);
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void linesOfOldMacsAreNotOneLongHeader() {
        TextFile.write(folder.resolve("mac.fa"), ">a\rACGT\r>b\rACGT\r");
        refused(
                1,
                "scan --motifs @/m.meme --sequences @/mac.fa -o @/out/hits.tsv",
                "mac.fa, line 1: the lines end with carriage returns alone");
    }

    @Test
    void regionsOnOtherSequencesAreReported() {
        Bed.of("q", 50, 53, "m", 0, '+').write(folder.resolve("r.bed"));
        refused(
                1,
                "scan --motifs @/m.meme --sequences @/s.fa --regions @/r.bed -o @/out/hits.tsv",
                "r.bed, line 1: no region lies in any of the sequences: expected names such as a, found names such as q");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tomtom-match --query @/m.meme --target @/m.meme --distance no -o @/out/m.tsv"
                        + " | --distance: expected ed, pearson, allr, kullback, sandelin, blic1, blic5, llr1, llr5,"
                        + " found 'no'",
                "motifs @/m.meme --format no -o @/out/m.tsv | --format: expected tsv, meme, found 'no'",
                "scan --motifs @/m.meme --sequences @/s.fa --threshold x -o @/out/h.tsv"
                        + " | --threshold: expected a number, found 'x'",
                "synth classes --out-dir @/out --seed 1.5 | --seed: expected a whole number, found '1.5'",
                "synth classes --out-dir @/out -n 99999999999"
                        + " | --number: expected a whole number of at most 2147483647",
                "tomtom-match --query @/m.meme --target @/m.meme --motif-pseudo Infinity -o @/out/m.tsv"
                        + " | --motif-pseudo: expected at least 0",
                "scan --motifs @/m.meme --sequences @/s.fa --shard 1/0 -o @/out/h.tsv"
                        + " | --shard: expected a shard such as 2/8, found 1/0",
                "motifs @/m.meme --threads 0 -o @/out/m.tsv | --threads: expected at least 1, found 0",
                "benchmark attribution --activations swish --out-dir @/out"
                        + " | --activations: unknown activation: expected one of relu,"
            })
    void valuesThatCannotBeAreUsageErrors(String line, String message) {
        refused(2, line, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "motifs @/m.meme --seed -o @/out/m.tsv | --seed: expected a value, found '-o'",
                "motifs @/m.meme --seed 1 --seed 1 -o @/out/m.tsv | --seed: given more than once",
                "motifs @/m.meme one two -o @/out/m.tsv | unexpected argument: found 'one', 'two'"
            })
    void wordsThatDoNotFitAreUsageErrors(String line, String message) {
        refused(2, line, message);
    }

    @Test
    void anOptionAtTheEndNeedsItsValue() {
        CommandLineRun.of("motifs", "--seed")
                .run()
                .isRefused(2)
                .standardError()
                .startsWith("expomotif motifs: error: --seed: expected a value (N), found none\n");
    }

    /** The second output has no folder, so the first one does not appear either. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "filters --model @/m.zip --sequences @/s.fa --table @/nowhere/t.tsv -o @/out/f.meme",
                "tomtom-match --query @/m.meme --target @/m.meme --html @/nowhere/t.html -o @/out/m.tsv",
                "attribute --model @/m.zip --sequences @/s.fa --method saliency --sites @/sites.bed"
                        + " --evaluation @/nowhere/e.tsv -o @/out/a.tsv"
            })
    void theOutputsOfACommandAppearTogetherOrNotAtAll(String line) {
        TinyModel.write(TinyModel.untrained("cnn-2", "relu", 1, "c"), folder.resolve("m.zip"));
        Bed.of("a", 50, 53, "m", 0, '+').and("a", 150, 153, "m", 0, '+').write(folder.resolve("sites.bed"));
        refused(1, line, "the folder of the output does not exist");
    }

    @Test
    void standardInputIsReadOnce() {
        CommandLineRun.of("scan", "--motifs", "-", "--sequences", "-")
                .to(folder + "/out/h.tsv")
                .run(bytes(MOTIF.text()))
                .isRefused(1, "standard input can be read once only; give '-' for one input, and files for the others");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void standardInputIsNamedLikeAFile() {
        CommandLineRun.of("predict", "--model", "-")
                .sequences(folder + "/s.fa")
                .run(bytes(""))
                .isRefused(1, "standard input: this is not a model: expected");
        CommandLineRun.of("motifs", "-").run(bytes(MOTIF.text())).succeeds();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
