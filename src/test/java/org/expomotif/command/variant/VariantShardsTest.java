package org.expomotif.command.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.expomotif.testing.CommandLineRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The merged shards of a run of {@code variants} equal the output of an undivided run, byte for byte. */
class VariantShardsTest {
    private static final Path AWKWARD = Path.of("test-data/galaxy/variants.vcf");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyGenome() throws IOException {
        Files.copy(Path.of("test-data/galaxy/genome.fa"), path("genome.fa"));
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private CommandLineRun variants(Object... words) {
        return CommandLineRun.of(
                        "variants",
                        "--vcf",
                        AWKWARD,
                        "--genome",
                        path("genome.fa"),
                        "--model",
                        "test-data/galaxy/model.zip",
                        "--threads",
                        1)
                .with(words);
    }

    /** Writes the shards and returns their paths, the last one first. */
    private List<Path> shards(int count, String suffix, Object... words) {
        List<Path> shards = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Path shard = path("part" + i + suffix);
            variants(words).with("--shard", i + "/" + count).to(shard).run().succeeds();
            shards.add(shard);
        }
        Collections.reverse(shards);
        return shards;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void equalsTheWhole(int count, String suffix, Object... words) {
        Path whole = path("whole" + suffix);
        Path merged = path("merged" + suffix);
        String said = variants(words).to(whole).run().succeeds().err();
        CommandLineRun.of("merge")
                .with(shards(count, suffix, words))
                .to(merged)
                .run()
                .succeeds()
                .reports(said.lines()
                        .filter(line -> line.contains(" records "))
                        .findFirst()
                        .orElseThrow());

        assertThat(bytes(merged)).isEqualTo(bytes(whole));
    }

    @ParameterizedTest
    @CsvSource({"1, .vcf", "3, .vcf", "3, .tsv", "2, .tsv.gz", "50, .vcf"})
    void everyNumberOfShardsGivesTheSameBytes(int count, String suffix) {
        equalsTheWhole(
                count, suffix, "--null", 3, "--motifs", "test-data/galaxy/motifs.meme", "--filters", "--shifts", 1);
    }

    @Test
    void withoutNullAndMotifsTheSameBytes() {
        equalsTheWhole(2, ".vcf", "--prefix", "X");
    }

    @Test
    void aCompressedMergeHasTheSameIndex() {
        equalsTheWhole(3, ".vcf.gz", "--null", 2);

        assertThat(bytes(path("merged.vcf.gz.tbi"))).isEqualTo(bytes(path("whole.vcf.gz.tbi")));
        assertThat(path("part1.vcf.gz.tbi")).doesNotExist();
    }

    @Test
    void severalModelsAndRegionsAreMerged() throws IOException {
        Files.writeString(path("peaks.bed"), "piece1\t300\t500\npiece1\t900\t1000\npiece2\t80\t140\n");

        equalsTheWhole(3, ".tsv", "--model", "test-data/galaxy/model.zip", "--peaks", path("peaks.bed"));
    }

    @Test
    void shardsMustBeAllOfOneRun() {
        List<Path> shards = shards(3, ".part", "--null", 2);
        CommandLineRun merge = CommandLineRun.of("merge", "-o", path("merged.vcf"));

        merge.with(shards.get(0), shards.get(1))
                .run()
                .isRefused(1, "shard 1 of 3 is missing", "all shards of one run of variants");
        Path other = path("other.part");
        variants("--null", 2, "--seed", 2, "--shard", "3/3").to(other).run().succeeds();
        merge.with(shards.get(1), shards.get(2), other)
                .run()
                .isRefused(1, "other.part", "belongs to another run of variants");
        Path table = path("table.part");
        variants("--null", 2, "--format", "tsv", "--shard", "3/3")
                .to(table)
                .run()
                .succeeds();
        merge.with(shards.get(1), shards.get(2), table).run().isRefused(1, "table.part", "another run of variants");
        assertThat(path("merged.vcf")).doesNotExist();
    }

    /** Every prefix of a shard is refused, or is seen to be no shard. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9, 0.97, 1})
    void aTruncatedShardIsRefused(double share) throws IOException {
        byte[] whole = bytes(shards(1, ".part", "--null", 2).getFirst());
        Path cut = path("cut.part");
        Files.write(cut, Arrays.copyOf(whole, (int) (share * whole.length) - 1));

        CommandLineRun.of("merge", cut, "-o", path("merged.vcf")).run().isRefused(1, "cut.part");
        assertThat(path("merged.vcf")).doesNotExist();
    }

    /** Numbers that no run writes; each is a word of four or eight bytes after the line that names the kind of file. */
    @Test
    void aChangedShardIsRefused() throws IOException {
        byte[] whole = bytes(shards(1, ".part", "--null", 2).getFirst());
        int from = new String(whole, StandardCharsets.ISO_8859_1).indexOf("#variants\n") + 10;
        int refused = 0;
        for (int at = from; at < whole.length; at += 1 + (at - from) / 40) {
            byte[] changed = whole.clone();
            changed[at] = (byte) 0x80;
            Path file = path("changed.part");
            Files.write(file, changed);
            var result =
                    CommandLineRun.of("merge", file, "-o", path("merged.vcf")).run();
            assertThat(result.code()).as(at + ": " + result.err()).isIn(0, 1);
            refused += result.code();
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void standardInputHasNoShards() {
        CommandLineRun.of(
                        "variants",
                        "--vcf",
                        "-",
                        "--genome",
                        path("genome.fa"),
                        "--model",
                        "test-data/galaxy/model.zip",
                        "--shard",
                        "1/2")
                .run()
                .isRefused(2, "--shard reads the variants several times");
    }
}
