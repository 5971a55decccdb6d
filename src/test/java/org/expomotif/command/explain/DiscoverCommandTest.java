package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoverCommandTest {
    private static final String SCORES = "test-data/galaxy/scores.npz";
    private static final String NULL = "test-data/galaxy/null_scores.npz";

    @TempDir
    private Path folder;

    private CommandLineRun discover(String scores, String... words) {
        return CommandLineRun.of("discover", "--scores", scores, "--out-dir", folder.resolve("found"))
                .with((Object[]) words);
    }

    private List<String> found(String name) {
        return Rows.of(folder.resolve("found").resolve(name));
    }

    @Test
    void findsTheMotifThatTheNetworkLearnedWithItsMatch() {
        CommandResult run = discover(SCORES, "--null", NULL, "--motifs", "test-data/galaxy/motifs.meme")
                .run()
                .succeeds();
        run.standardError()
                .contains("45 seqlets at q <= 0.2 in 100 sequences: 36 positive, 9 negative")
                .contains("2 motifs: positive_1 like SP1 (34 seqlets), negative_1 like CEBPB (7 seqlets);"
                        + " 4 seqlets belong to none");
        List<String> table = found("motifs.tsv");
        assertThat(table).hasSize(3);
        assertThat(table.get(1).split("\t")).contains("positive_1", "+", "34", "CCCCKCCCC", "MA0079.3", "SP1");
        assertThat(found("matrices.tsv")).hasSize(18);
        List<String> seqlets = found("seqlets.bed");
        assertThat(seqlets).hasSize(45);
        assertThat(seqlets.stream().filter(line -> line.contains("\tpositive_1\t")))
                .hasSize(34);
        assertThat(seqlets.stream().filter(line -> line.matches(".*\t\\.\t0\t\\.\t.*\t\\.\t\\.")))
                .hasSize(4);
        assertThat(Rows.text(folder.resolve("found/motifs.html"))).contains("<strong>SP1</strong>", "positive_1");
    }

    @Test
    void theHdf5FileHasTheLayoutOfTfModisco() {
        discover(SCORES, "--null", NULL, "--quiet").run().succeeds();
        try (HdfFile file = new HdfFile(folder.resolve("found/motifs.h5"))) {
            assertThat(file.getAttribute("window_size").getData()).isEqualTo(60);
            assertThat(file.getByPath("pos_patterns").isGroup()).isTrue();
            assertThat(file.getChildren()).containsOnlyKeys("pos_patterns", "neg_patterns");
            String pattern = "pos_patterns/pattern_0/";
            assertThat(file.getDatasetByPath(pattern + "contrib_scores").getDimensions())
                    .containsExactly(29, 4);
            long[] starts =
                    (long[]) file.getDatasetByPath(pattern + "seqlets/start").getData();
            long[] ends =
                    (long[]) file.getDatasetByPath(pattern + "seqlets/end").getData();
            assertThat(Arrays.stream(starts).min().orElse(-1)).isNotNegative();
            assertThat(Arrays.stream(ends).max().orElse(61)).isLessThanOrEqualTo(60);
            long[] n = (long[])
                    file.getDatasetByPath(pattern + "seqlets/n_seqlets").getData();
            assertThat(n).containsExactly(starts.length);
            double[][] frequencies =
                    (double[][]) file.getDatasetByPath(pattern + "sequence").getData();
            assertThat(Arrays.stream(frequencies[10]).sum()).isBetween(0.999, 1.001);
            float[][][] letters = (float[][][])
                    file.getDatasetByPath(pattern + "seqlets/sequence").getData();
            assertThat(letters).hasDimensions(starts.length, 29);
            assertThat(Arrays.stream(file.getAttributes().keySet().toArray(String[]::new)))
                    .as("nothing about the machine")
                    .containsExactly("window_size");
        }
    }

    @Test
    void withoutSeqletsTheFilesAreEmptyAndTheRunSucceeds() {
        CommandResult run = discover(NULL, "--null", NULL).run().succeeds();
        run.standardError().contains("no motif");
        assertThat(found("motifs.tsv")).hasSize(1);
        assertThat(Files.exists(folder.resolve("found/motifs.h5"))).isTrue();
        assertThat(Rows.text(folder.resolve("found/motifs.meme"))).contains("MEME version 4");
        assertThat(Rows.text(folder.resolve("found/motifs.html")))
                .contains("No group of seqlets is larger than chance explains.");
    }

    @Test
    void theOtherSignStandsForChanceWithoutANull() {
        discover(SCORES, "--quiet").run().succeeds();
        assertThat(Rows.text(folder.resolve("found/motifs.tsv")))
                .contains("# null: the stretches of the other sign in the same scores");
    }

    @Test
    void anArchiveWithoutBasesIsRefused() {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("base_scores", NpyArray.of(new float[40], 2, 20));
        arrays.put("ids", NpyArray.of(new String[] {"a", "b"}, 2));
        Path file = folder.resolve("scores.npz");
        Npz.write(file.toString(), arrays);
        discover(file.toString(), "--null", NULL)
                .run()
                .isRefused(1, "the archive has no one-hot sequences: expected an array named one_hot");
    }

    @Test
    void onlyLettersOfContributionsAreTheirBases() {
        float[] contributions = new float[12 * 4 * 40];
        for (int n = 0; n < 12; n++) {
            for (int i = 0; i < 40; i++) {
                int letter = i >= 10 && i < 18 ? "GATTACAT".charAt(i - 10) % 4 : (i * 7 + n) % 4;
                contributions[(n * 4 + letter) * 40 + i] = i >= 10 && i < 18 ? 1 : i % 2 == 0 ? 0.01f : -0.01f;
            }
        }
        Path file = folder.resolve("contributions.npz");
        Npz.write(file.toString(), Map.of("arr_0", NpyArray.of(contributions, 12, 4, 40)));
        discover(file.toString(), "--quiet").run().succeeds();
        assertThat(found("motifs.tsv")).hasSize(2);
        assertThat(found("motifs.tsv").get(1)).startsWith("positive_1\t+\t12\t12\t");
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        discover(SCORES, "--max-evalue", "0").run().isRefused(2, "--max-evalue: expected above 0");
        discover(SCORES, "--max-seqlets", "99")
                .run()
                .isRefused(2, "--max-seqlets: expected a whole number of 100 to 20000, found 99");
    }

    @Test
    void motifsOfRnaAreRefusedBeforeTheWork() throws IOException {
        Path rna = folder.resolve("rna.meme");
        Files.writeString(
                rna,
                "MEME version 4\n\nALPHABET= ACGU\n\nMOTIF R1\nletter-probability matrix: alength= 4 w= 1\n1 0 0 0\n");
        discover(SCORES, "--null", NULL, "--motifs", rna.toString())
                .run()
                .isRefused(1, "DNA and RNA motifs cannot be used together");
    }
}
