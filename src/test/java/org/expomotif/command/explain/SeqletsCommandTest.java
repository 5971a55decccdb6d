package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

class SeqletsCommandTest {
    private static final int LENGTH = 40;

    @TempDir
    private Path folder;

    /** Twelve sequences with a positive stretch of five bases from base 10, every fourth also with a negative one. */
    private Path scores(String... names) {
        float[] all = new float[names.length * LENGTH];
        for (int n = 0; n < names.length; n++) {
            for (int i = 0; i < LENGTH; i++) {
                all[n * LENGTH + i] = (i + n) % 2 == 0 ? 0.1f : -0.1f;
            }
            for (int i = 10; i < 15; i++) {
                all[n * LENGTH + i] = 2;
            }
        }
        return write("scores.npz", all, names);
    }

    private Path noise(int maps) {
        float[] all = new float[maps * LENGTH];
        for (int i = 0; i < all.length; i++) {
            all[i] = i % 2 == 0 ? 0.1f : -0.1f;
        }
        String[] names = new String[maps];
        for (int n = 0; n < maps; n++) {
            names[n] = "n" + n;
        }
        return write("null.npz", all, names);
    }

    private Path write(String file, float[] all, String... names) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("base_scores", NpyArray.of(all, names.length, LENGTH));
        arrays.put("ids", NpyArray.of(names, names.length));
        Path path = folder.resolve(file);
        Npz.write(path.toString(), arrays);
        return path;
    }

    private static String[] names(int n) {
        String[] names = new String[n];
        for (int i = 0; i < n; i++) {
            names[i] = "s" + (i + 1);
        }
        return names;
    }

    @Test
    void writesBedWithSumPAndQ() {
        Path bed = folder.resolve("seqlets.bed");
        CommandResult run = CommandLineRun.of("seqlets", "--scores", scores(names(12)), "--null", noise(12))
                .to(bed)
                .run()
                .succeeds();
        run.standardError().contains("12 seqlets at q <= 0.1 in 12 sequences: 12 positive, 0 negative");
        List<String> rows = Rows.of(bed);
        assertThat(rows).hasSize(12);
        assertThat(rows.getFirst()).isEqualTo("s1\t10\t15\tseqlet1\t111\t+\t10\t0.0769231\t0.0833333");
        assertThat(run.standardOutput()).isNotNull();
    }

    @Test
    void recordsWhereTheNullComesFrom() {
        CommandLineRun.of("seqlets", "--scores", scores(names(12)), "--null", noise(7))
                .run()
                .succeeds()
                .prints("# null: the scores of 7 sequences of --null", "# offset: 0.2 per base");
        CommandLineRun.of("seqlets", "--scores", scores(names(12)))
                .run()
                .succeeds()
                .prints("# null: the stretches of the other sign in the same scores");
    }

    @Test
    void placesNamedRegionsInTheGenome() {
        CommandLineRun.of(
                        "seqlets",
                        "--scores",
                        scores("chr1:1000-1040", "p::chr2:500-540(-)", "chr3:1-99"),
                        "--null",
                        noise(60),
                        "--threshold",
                        "1")
                .run()
                .succeeds()
                .prints("chr1\t1010\t1015\t", "chr2\t525\t530\t", "chr3:1-99\t10\t15\t");
    }

    @Test
    void lengthsAndThresholdAreOptions() {
        CommandLineRun line = CommandLineRun.of("seqlets", "--scores", scores(names(12)), "--null", noise(12));
        line.with("--max-length", "4").run().succeeds().prints("s1\t10\t14\tseqlet1");
        line.with("--threshold", "0.05").run().succeeds().reports("0 seqlets at q <= 0.05");
        line.with("--min-length", "8", "--max-length", "7").run().isRefused(2, "--max-length", "8");
        line.with("--threshold", "0").run().isRefused(2, "--threshold");
        CommandLineRun.of("seqlets", "--scores", scores(names(2)), "--null-one-hot", noise(2))
                .run()
                .isRefused(2, "--null-one-hot needs --null");
    }

    @Test
    void theNullHasSequencesOfTheSameLength() {
        Map<String, NpyArray> shorter = Map.of("base_scores", NpyArray.of(new float[60], 2, 30));
        Path file = folder.resolve("shorter.npz");
        Npz.write(file.toString(), shorter);
        CommandLineRun.of("seqlets", "--scores", scores(names(2)), "--null", file)
                .run()
                .isRefused(1, "shorter.npz", "sequences of 40 bases", "30 bases");
        Npz.write(file.toString(), Map.of("base_scores", NpyArray.of(new float[0], 0, 40)));
        CommandLineRun.of("seqlets", "--scores", scores(names(2)), "--null", file)
                .run()
                .isRefused(1, "shorter.npz", "none");
    }

    @Test
    void archivesAreFiles() {
        CommandLineRun.of("seqlets", "--scores", "-").run().isRefused(2, "read twice", "give them as files");
        CommandLineRun.of("seqlets", "--scores", scores(names(2)), "--null", "-")
                .run()
                .isRefused(2, "read twice", "give them as files");
    }

    @Test
    void scoresWithoutASignNeedANull() {
        float[] unsigned = new float[2 * LENGTH];
        unsigned[3] = 1;
        Path scores = write("unsigned.npz", unsigned, "a", "b");
        CommandLineRun.of("seqlets", "--scores", scores)
                .run()
                .isRefused(1, "unsigned.npz", "no base score is negative", "--null");
        CommandLineRun.of("seqlets", "--scores", scores, "--null", noise(3))
                .run()
                .succeeds();
    }

    @Test
    void archivesWithoutSequencesAreRefused() {
        CommandLineRun.of("seqlets", "--scores", scores(), "--null", noise(0))
                .run()
                .isRefused(1, "the sequences of --null do not fit those of --scores: expected sequences, found none");
        CommandLineRun.of("discover", "--scores", scores(), "--null", noise(0), "--out-dir", folder.resolve("found"))
                .run()
                .isRefused(1, "the archive has no one-hot sequences");
    }
}
