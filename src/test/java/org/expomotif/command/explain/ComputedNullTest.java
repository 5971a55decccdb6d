package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.attribution.file.ExplainedSequences;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.run.Progress;
import org.expomotif.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --null N}: the scores of shuffled sequences that the model computes. */
class ComputedNullTest extends ExplainedFixture {
    private static final String MODEL = " --model @/model.zip";

    /** The options of seqlets and discover that accept every stretch, so that all of them are compared. */
    private static final String ALL = " --threshold 1";

    private List<String> rows(String file) {
        return Rows.of(explained.file(file));
    }

    @ParameterizedTest
    @CsvSource({
        "model.zip, --method deepshap --output logit --references 3",
        "model.zip, --method deeplift --labels @/labels.tsv --split test --seed 7",
        "model.zip, --method smoothgrad --samples 4 --no-correct-gradient --positives --labels @/labels.tsv",
        "model.zip, --method expected-integrated-gradients --references 5 --reference dinucleotide --limit 3",
        "model.zip, --method input-x-gradient",
        "two.zip, --method integrated-gradients --steps 3 --references 2 --class right",
        "two.zip, --method mutagenesis --class 1"
    })
    void isTheNullOfAttributeShuffles(String model, String how) {
        String attribute = "attribute --model @/" + model + " --sequences @/s.fa " + how;
        explained.run(attribute + " -o @/scores.npz").succeeds();
        explained.run(attribute + " --shuffles 2 -o @/null.npz").succeeds();
        String seqlets = "seqlets --scores @/scores.npz --threshold 1";
        explained.run(seqlets + " --null @/null.npz -o @/two-runs.bed").succeeds();
        explained
                .run(seqlets + " --null 2 --model @/" + model + " -o @/one-run.bed")
                .succeeds();
        assertThat(rows("one-run.bed")).isEqualTo(rows("two-runs.bed"));

        SequenceScores computed = nullOf("scores.npz", model);
        SequenceScores read = SequenceScores.read(folder + "/null.npz", Optional.empty());
        assertThat(computed.bases().names()).isNotEmpty().isEqualTo(read.bases().names());
        assertThat(computed.bases().maps())
                .containsExactlyElementsOf(read.bases().maps());
        assertThat(computed.codes()).containsExactlyElementsOf(read.codes());
    }

    private static SequenceScores nullOf(String scores, String model) {
        String path = folder + "/" + scores;
        ExplainedSequences sequences = ExplainedSequences.read(path).orElseThrow();
        return new ComputedNull(path, sequences, AttributionSettings.parse(sequences.settings()))
                .compute(folder + "/" + model, 2, 2, Progress.NONE);
    }

    @Test
    void everyClassHasSettingsOfItsOwn() {
        String attribute = "attribute --model @/two.zip --sequences @/s.fa --class all --method deeplift";
        explained.run(attribute + " -o @/all.npz").succeeds();
        explained.run(attribute + " --shuffles 1 -o @/all-null.npz").succeeds();
        for (String name : List.of("left", "right")) {
            String seqlets = "seqlets --scores @/all." + name + ".npz" + ALL;
            explained
                    .run(seqlets + " --null @/all-null." + name + ".npz -o @/file.bed")
                    .succeeds();
            explained
                    .run(seqlets + " --null 1 --model @/two.zip -o @/computed.bed")
                    .succeeds();
            assertThat(rows("computed.bed")).isEqualTo(rows("file.bed"));
        }
    }

    @Test
    void shardsThatAreMergedKeepTheSettings() {
        String attribute = "attribute --model @/model.zip --sequences @/s.fa --method deeplift";
        explained.run(attribute + " -o @/whole.npz").succeeds();
        explained.run(attribute + " --shard 1/2 -o @/shard1.npz").succeeds();
        explained.run(attribute + " --shard 2/2 -o @/shard2.npz").succeeds();
        explained.run("merge @/shard1.npz @/shard2.npz -o @/merged.npz").succeeds();
        assertThat(explained.file("merged.npz")).hasSameBinaryContentAs(explained.file("whole.npz"));
        explained
                .run("seqlets --scores @/merged.npz --null 1" + MODEL + " -o @/merged.bed")
                .succeeds();
    }

    @Test
    void discoverAndInstancesComputeTheSameNull() {
        String model = " --model test-data/galaxy/model.zip";
        String attribute = "attribute --sequences test-data/galaxy/sequences.fa --class 1 --method deeplift" + model;
        explained.run(attribute + " -o @/d.npz").succeeds();
        explained.run(attribute + " --shuffles 2 -o @/d-null.npz").succeeds();
        String discover = "discover --scores @/d.npz --quiet";
        explained.run(discover + " --null @/d-null.npz --out-dir @/file").succeeds();
        explained
                .run(discover + " --null 2 --threads 1 --out-dir @/computed" + model)
                .succeeds();
        assertThat(rows("computed/motifs.tsv")).hasSizeGreaterThan(1);
        for (String name : List.of("motifs.tsv", "matrices.tsv", "seqlets.bed")) {
            assertThat(rows("computed/" + name)).isEqualTo(rows("file/" + name));
        }
        assertThat(explained.file("computed/motifs.h5")).hasSameBinaryContentAs(explained.file("file/motifs.h5"));

        String instances = "instances --scores @/d.npz --motifs @/file/motifs.meme";
        explained
                .run(instances + " --null @/d-null.npz --summary @/file.tsv -o @/file.bed")
                .succeeds();
        explained
                .run(instances + " --null 2 --summary @/computed.tsv -o @/computed.bed" + model)
                .succeeds();
        assertThat(rows("computed.bed")).isNotEmpty().isEqualTo(rows("file.bed"));
        assertThat(rows("computed.tsv")).isEqualTo(rows("file.tsv"));
    }

    @Test
    void theOutputStatesTheNull() {
        explained
                .attribute("--method deeplift --output logit --seed 5 -o @/stated.npz")
                .succeeds();
        explained
                .run("seqlets --scores @/stated.npz --null 3" + MODEL)
                .succeeds()
                .prints(
                        "# null: the scores of 18 sequences, 3 dinucleotide shuffles of each of --scores, explained with"
                                + " --class=core --explained=logit --method=deeplift --seed=5\n",
                        "--null 3",
                        "# input: " + folder + "/model.zip sha256:");
    }

    @Test
    void aNumberIsNoFile() {
        explained.attribute("--method deeplift -o @/scores.npz").succeeds();
        explained.attribute("--method deeplift --shuffles 1 -o @/2").isRefused(2, "-o: expected a name that ends in");
        String seqlets = "seqlets --scores @/scores.npz ";
        explained
                .run(seqlets + "--null 2")
                .isRefused(2, "--null 2 needs --model, which scores the shuffles; a file of this name is ./2");
        explained.run(seqlets + "--null 0" + MODEL).isRefused(2, "--null: expected a whole number of 1 to 10000");
        explained.run(seqlets + "--null @/scores.npz" + MODEL).isRefused(2, "--model needs --null N");
        explained
                .run(seqlets + "--null 2 --null-one-hot @/scores.npz" + MODEL)
                .isRefused(2, "--null-one-hot needs --null FILE");
        explained.run("instances --scores @/scores.npz --motifs @/m.meme").isRefused(2, "--null");
    }

    @Test
    void anotherModelIsRefused() {
        explained.attribute("--method deeplift -o @/scores.npz").succeeds();
        explained
                .run("seqlets --scores @/scores.npz --null 2 --model @/two.zip")
                .isRefused(1, "two.zip", "the model is not the one that computed the scores of", "sha256:");
    }

    @Test
    void archivesWithoutSettingsAreTold() {
        explained.attribute("--method deeplift -o @/scores.npz").succeeds();
        Map<String, NpyArray> arrays = new LinkedHashMap<>(Npz.read(folder + "/scores.npz"));
        arrays.remove("settings");
        Npz.write(folder + "/without.npz", arrays);
        explained
                .run("discover --scores @/without.npz --null 2" + MODEL + " --out-dir @/none")
                .isRefused(2, "does not record how its scores were computed", "attribute --shuffles 2");
        arrays.put("settings", NpyArray.of(new String[] {"--method=guess"}));
        Npz.write(folder + "/wrong.npz", arrays);
        explained
                .run("seqlets --scores @/wrong.npz --null 2" + MODEL)
                .isRefused(1, "wrong.npz", "the settings of the archive cannot be used", "guess");
        explained
                .run(
                        "attribute --model @/model.zip --sequences @/s.fa --method deepshap --reference @/s.fa -o @/file.npz")
                .succeeds();
        explained
                .run("seqlets --scores @/file.npz --null 2" + MODEL)
                .isRefused(2, "references from a file", "attribute --shuffles 2");
    }

    @Test
    void anArchiveThatWasChangedIsNamedInAShortMessage() {
        explained.attribute("--method deeplift -o @/scores.npz").succeeds();
        Map<String, NpyArray> arrays = new LinkedHashMap<>(Npz.read(folder + "/scores.npz"));
        NpyArray settings = arrays.get("settings");
        arrays.put("settings", NpyArray.of(new String[] {"--method=" + "x".repeat(100_000)}));
        Npz.write(folder + "/long.npz", arrays);
        String message = explained
                .run("seqlets --scores @/long.npz --null 2" + MODEL)
                .isRefused(1, "long.npz", "the settings of the archive cannot be used", "xxx...")
                .err();
        assertThat(message).hasSizeLessThan(2000);
        arrays.put("settings", settings);
        arrays.put("one_hot", NpyArray.of(new float[] {1, 0, 0, 0}, 1, 4, 1));
        arrays.put("base_scores", NpyArray.of(new float[] {1}, 1, 1));
        arrays.put("ids", NpyArray.of(new String[] {"short"}, 1));
        Npz.write(folder + "/short.npz", arrays);
        explained
                .run("seqlets --scores @/short.npz --null 2" + MODEL)
                .isRefused(1, "short.npz, sequence short_shuffle1: the sequence length differs");
    }

    @Test
    void aFileMayHaveANumberAsItsName() throws IOException {
        explained.attribute("--method deeplift -o @/scores.npz").succeeds();
        explained.attribute("--method deeplift --shuffles 1 -o @/null.npz").succeeds();
        Path numbered = explained.file("2");
        Files.copy(explained.file("null.npz"), numbered);
        explained
                .run("seqlets --scores @/scores.npz --null @/2 -o @/numbered.bed")
                .succeeds();
    }
}
