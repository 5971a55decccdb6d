package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.testing.Bed;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A genome of two sequences: chrA has five other bases before the sequence s1, chrB is s2. One region lies in the
 * middle of each, the first of them on the other strand.
 */
class AttributeGenomeTest extends ExplainedFixture {
    private static final int LENGTH = ExplainedModel.LENGTH;
    private static final String SALIENCY = "attribute --model @/model.zip --method saliency ";
    private static final String REGIONS = SALIENCY + "--regions @/r.bed --genome @/genome.fa -o ";

    @BeforeAll
    static void writeGenome() {
        List<DnaSequence> sequences = SequenceFile.readAll(folder + "/s.fa");
        Fasta.of("chrA", "ACGTA" + letters(sequences.get(1)))
                .and("chrB", letters(sequences.get(2)))
                .write(folder.resolve("genome.fa"));
    }

    private static String letters(DnaSequence sequence) {
        return new String(sequence.letters(), StandardCharsets.US_ASCII);
    }

    @BeforeEach
    void writeRegions() {
        Bed.of("chrB", 100, 101, "x", 0, '-').and("chrA", 95, 115, "y", 0, '+').write(folder.resolve("r.bed"));
    }

    private static Map<String, NpyArray> arrays(String name) {
        return Npz.read(folder + "/" + name);
    }

    private static float[] baseScoresOfRegions() {
        explained
                .run(REGIONS + "@/r.npz --one-hot @/ohe.npz")
                .succeeds()
                .standardError()
                .doesNotContain("error");
        return arrays("r.npz").get("base_scores").floats();
    }

    @Test
    void windowsAreNamedAfterTheirPlace() {
        baseScoresOfRegions();
        assertThat(arrays("r.npz").get("ids").strings()).containsExactly("x::chrB:0-200(-)", "y::chrA:5-205");
        assertThat(arrays("ohe.npz").get("arr_0").bytes())
                .isEqualTo(arrays("r.npz").get("one_hot").bytes());
    }

    @Test
    void scoresOfAWindowAreThoseOfItsSequence() {
        float[] cut = baseScoresOfRegions();
        explained.attribute("--method saliency --limit 3 -o @/s.npz").succeeds();
        float[] plain = arrays("s.npz").get("base_scores").floats();
        assertThat(Arrays.copyOfRange(cut, LENGTH, 2 * LENGTH))
                .isEqualTo(Arrays.copyOfRange(plain, LENGTH, 2 * LENGTH));
    }

    @Test
    void trackIsOnTheGenome() {
        float[] cut = baseScoresOfRegions();
        explained.run(REGIONS + "@/r.bedgraph").succeeds();
        List<String> track = Rows.of(folder.resolve("r.bedgraph"));
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
        explained.run(REGIONS + "@/r.bw").succeeds();
        assertThat(folder.resolve("r.bw")).isNotEmptyFile();
    }

    @Test
    void regionsAndGenomeBelongTogether() {
        explained.run(SALIENCY + "--regions @/r.bed").isRefused(2, "--genome belong together");
        explained.run(SALIENCY.strip()).isRefused(2, "give either --sequences, or --regions and --genome");
    }

    @Test
    void windowsOutsideTheGenomeAreRefused() {
        Bed.of("chrA", 0, 20).write(folder.resolve("r.bed"));
        explained
                .run(REGIONS + "-")
                .isRefused(
                        1,
                        "r.bed, line 1: the window of 200 bases around the region is not within the 205 bases of chrA:"
                                + " found chrA:0-20 (line 1); ");
        Bed.of("chrC", 0, 20).write(folder.resolve("r.bed"));
        explained
                .run(REGIONS + "-")
                .isRefused(
                        1,
                        "r.bed, line 1: no region lies in any of the sequences: expected names such as chrA, found"
                                + " names such as chrC");
    }
}
