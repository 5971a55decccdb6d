package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.Meme;
import org.expomotif.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstancesCommandTest {
    private static final int LENGTH = 40;

    @TempDir
    private Path folder;

    /** Sequences of C with GATTC at base 10, whose bases have a score of 2. */
    private Path scores(String... names) {
        return write("scores.npz", true, LENGTH, names);
    }

    private Path noise(int n) {
        return write(
                "null.npz",
                false,
                LENGTH,
                IntStream.range(0, n).mapToObj(i -> "n" + i).toArray(String[]::new));
    }

    private Path write(String file, boolean planted, int length, String... names) {
        float[] all = new float[names.length * length];
        byte[] oneHot = new byte[4 * all.length];
        for (int n = 0; n < names.length; n++) {
            StringBuilder letters = new StringBuilder("C".repeat(length));
            if (planted) {
                letters.replace(10, 15, "GATTC");
            }
            byte[] codes = Nucleotide.codes(letters.toString().getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < length; i++) {
                boolean site = planted && i >= 10 && i < 15;
                all[n * length + i] = site ? 2 : i % 2 == 0 ? 0.1f : -0.1f;
                oneHot[(4 * n + codes[i]) * length + i] = 1;
            }
        }
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("base_scores", NpyArray.of(all, names.length, length));
        arrays.put("one_hot", NpyArray.of(oneHot, names.length, 4, length));
        arrays.put("ids", NpyArray.of(names, names.length));
        Path path = folder.resolve(file);
        Npz.write(path.toString(), arrays);
        return path;
    }

    private static String[] names(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(i -> "s" + i).toArray(String[]::new);
    }

    private Path motifs() {
        return Meme.of("M1 sample", "GATTC").and("M2", "AGAGAG").write(folder.resolve("motifs.meme"));
    }

    private CommandLineRun line(String... names) {
        return CommandLineRun.of("instances", "--scores", scores(names), "--null", noise(12), "--motifs", motifs());
    }

    @Test
    void writesBedWithScoreMatchContributionPAndQ() {
        Path bed = folder.resolve("instances.bed");
        line(names(12))
                .to(bed)
                .run()
                .succeeds()
                .standardError()
                .contains("12 instances at q <= 0.1 in 12 sequences: 12 positive, 0 negative");
        assertThat(Rows.of(bed)).hasSize(12);
        assertThat(Rows.of(bed).getFirst())
                .matches("s1\t10\t15\tM1\t111\t\\+\t[0-9.]+\t[0-9.]+\t10\t0\\.0769231\t0\\.0833333\tsample");
        assertThat(bed).content().contains("# null: the scores of 12 sequences of --null");
    }

    @Test
    void countsInstancesAndSeqlets() throws IOException {
        Path seqlets = folder.resolve("seqlets.bed");
        Files.writeString(seqlets, "s1\t9\t13\tM1\ns2\t30\t35\tM1\ns3\t14\t20\tseqlet3\nother\t10\t15\tM2\n");
        Path table = folder.resolve("summary.tsv");
        line(names(12))
                .with("--summary", table, "--seqlets", seqlets)
                .to(folder.resolve("a.bed"))
                .run()
                .succeeds();
        assertThat(Rows.of(table))
                .containsExactly(
                        "motif\tname\tinstances\tpositive\tnegative\tsequences\tmean_contribution\tseqlets\t"
                                + "seqlet_share\town_seqlets\town_recall",
                        "M1\tsample\t12\t12\t0\t12\t10\t1\t0.25\t2\t0.5",
                        "M2\t\t0\t0\t0\t0\tNA\t0\t0\t1\t0",
                        "all\t\t12\t12\t0\t12\t10\t1\t0.25\t3\t0.333333");
        line(names(12))
                .with("--summary", table)
                .to(folder.resolve("b.bed"))
                .run()
                .succeeds();
        assertThat(Rows.of(table)).contains("M1\tsample\t12\t12\t0\t12\t10\tNA\tNA\tNA\tNA");
        line(names(2)).with("--seqlets", seqlets).run().isRefused(2, "--seqlets needs --summary");
    }

    @Test
    void placesNamedRegionsInTheGenome() {
        line("chr1:1000-1040", "p::chr2:500-540(-)")
                .with("--threshold", "1")
                .run()
                .succeeds()
                .prints("chr1\t1010\t1015\tM1\t111\t+", "chr2\t525\t530\tM1\t111\t-");
    }

    @Test
    void strandAndLimitsAreOptions() {
        line(names(12)).with("--stranded").run().succeeds().prints("s1\t10\t15\tM1\t111\t+");
        assertThat(line(names(12)).with("--base-p", "1e-6").run().succeeds().rows())
                .isEmpty();
        assertThat(line(names(12))
                        .with("--contribution-p", "1e-4")
                        .run()
                        .succeeds()
                        .rows())
                .isEmpty();
        line(names(2)).with("--threshold", "0").run().isRefused(2, "--threshold");
        line(names(2)).with("--base-p", "2").run().isRefused(2, "--base-p");
        line(names(2)).with("--contribution-p", "0").run().isRefused(2, "--contribution-p");
    }

    @Test
    void theNullIsNeededAndHasSequencesOfTheSameLength() {
        CommandLineRun.of("instances", "--scores", scores(names(2)), "--motifs", motifs())
                .run()
                .isRefused(2, "--null");
        CommandLineRun.of(
                        "instances",
                        "--scores",
                        scores(names(2)),
                        "--null",
                        write("shorter.npz", false, 30, "a"),
                        "--motifs",
                        motifs())
                .run()
                .isRefused(1, "shorter.npz", "sequences of 40 bases", "30 bases");
        CommandLineRun.of("instances", "--scores", "-", "--null", noise(2), "--motifs", motifs())
                .run()
                .isRefused(2, "read twice");
    }

    @Test
    void motifsMayBeNoneOrTooLong() throws IOException {
        Path none = folder.resolve("none.meme");
        Files.writeString(none, "MEME version 4\n\nALPHABET= ACGT\n");
        CommandLineRun run =
                CommandLineRun.of("instances", "--scores", scores(names(12)), "--null", noise(12), "--motifs", none);
        run.run().succeeds().standardError().contains("0 instances", "the file has no motif");
        Path wide = Meme.of("wide", "A".repeat(41)).write(folder.resolve("wide.meme"));
        CommandLineRun.of("instances", "--scores", scores(names(12)), "--null", noise(12), "--motifs", wide)
                .run()
                .succeeds()
                .standardError()
                .contains("longer than the sequences (40 bases)", "0 instances");
    }
}
