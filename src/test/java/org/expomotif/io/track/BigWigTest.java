package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Written values are read back, at full resolution and in the zoom levels. */
class BigWigTest {
    @TempDir
    Path folder;

    private ReadBigWig write(Map<String, Integer> sizes, List<BigWig.FixedStep> stretches)
            throws IOException, DataFormatException {
        Path file = folder.resolve("a.bw");
        BigWig.write(file.toString(), sizes, stretches);
        return new ReadBigWig(file);
    }

    @Test
    void everyBaseIsReadBack() throws IOException, DataFormatException {
        float[] many = new float[2500];
        for (int i = 0; i < many.length; i++) {
            many[i] = i / 8f - 7;
        }
        ReadBigWig file = write(
                Map.of("chr1", 5000, "chr10", 90, "chr2", 7),
                List.of(
                        new BigWig.FixedStep("chr1", 3, new float[] {1, -2}),
                        new BigWig.FixedStep("chr1", 100, many),
                        new BigWig.FixedStep("chr10", 0, new float[] {0.5f})));
        assertThat(file.lengths()).isEqualTo(Map.of("chr1", 5000, "chr10", 90));
        assertThat(file.values()).hasSize(2503).containsEntry("chr1:3", 1f).containsEntry("chr1:4", -2f);
        assertThat(file.values()).containsEntry("chr10:0", 0.5f).containsEntry("chr1:100", -7f);
        assertThat(file.values()).containsEntry("chr1:2599", 2499 / 8f - 7);
        assertThat(file.total().getLong(0)).isEqualTo(2503);
        assertThat(file.total().getDouble(8)).isEqualTo(-7);
        assertThat(file.total().getDouble(16)).isEqualTo(2499 / 8.0 - 7);
    }

    /** A section has 1,024 values. */
    @Test
    void runsThatFillTheirSections() throws IOException, DataFormatException {
        for (int count : new int[] {1023, 1024, 1025, 2048}) {
            ReadBigWig file = write(Map.of("c", 5000), List.of(new BigWig.FixedStep("c", 7, new float[count])));
            assertThat(file.values()).hasSize(count).containsEntry("c:" + (6 + count), 0f);
        }
    }

    @Test
    void sequencesMayComeInAnyOrderButEachOnceAndForwards() throws IOException, DataFormatException {
        BigWig.FixedStep first = new BigWig.FixedStep("chr10", 0, new float[] {0.5f});
        BigWig.FixedStep second = new BigWig.FixedStep("chr1", 7, new float[] {3, 4});
        ReadBigWig file = write(Map.of("chr1", 20, "chr10", 90), List.of(first, second));
        assertThat(file.lengths()).isEqualTo(Map.of("chr1", 20, "chr10", 90));
        assertThat(file.values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("chr10:0", 0.5f, "chr1:7", 3f, "chr1:8", 4f));
        try (BigWig bigWig = BigWig.open(folder.resolve("no.bw").toString())) {
            bigWig.add(first);
            bigWig.add(second);
            assertThatThrownBy(() -> bigWig.add(second)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> bigWig.add(new BigWig.FixedStep("chr10", 1, new float[] {1})))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.{partial}").isDirectoryNotContaining("glob:**no.bw");
    }

    /** Runs with gaps on three sequences: each level summarizes all values. */
    @Test
    void zoomLevelsSummarizeTheValues() throws IOException, DataFormatException {
        Random random = new Random(7);
        List<BigWig.FixedStep> stretches = new ArrayList<>();
        for (String name : List.of("b", "a", "c")) {
            int at = random.nextInt(300);
            for (int i = 0; i < 60; i++) {
                float[] values = new float[1 + random.nextInt(random.nextInt(4) == 0 ? 4000 : 30)];
                for (int v = 0; v < values.length; v++) {
                    values[v] = random.nextInt(-8, 9);
                }
                stretches.add(new BigWig.FixedStep(name, at, values));
                at += values.length + (i % 3 == 0 ? 0 : random.nextInt(i % 7 == 0 ? 3000 : 60));
            }
        }
        ReadBigWig file = write(Map.of("a", 500_000, "b", 500_000, "c", 500_000), stretches);
        assertThat(file.zooms().keySet()).containsExactly(40, 160, 640, 2560, 10_240, 40_960, 163_840);
        int before = Integer.MAX_VALUE;
        for (Map.Entry<Integer, List<ReadBigWig.Zoomed>> level : file.zooms().entrySet()) {
            int bases = level.getKey();
            List<ReadBigWig.Zoomed> expected = new ArrayList<>();
            for (BigWig.FixedStep stretch : stretches) {
                for (int i = 0; i < stretch.values().length; i++) {
                    append(expected, stretch.sequence(), stretch.start() + i, stretch.values()[i], bases);
                }
            }
            assertThat(level.getValue()).as("level %d", bases).isEqualTo(expected);
            assertThat(expected.size()).isLessThan(before);
            before = expected.size();
        }
        double sum = 0;
        for (float value : file.values().values()) {
            sum += value;
        }
        assertThat(file.total().getDouble(24)).isEqualTo(sum);
    }

    /** Small whole numbers add up without error, so the order of the sums does not matter. */
    private static void append(List<ReadBigWig.Zoomed> records, String sequence, int base, float value, int bases) {
        ReadBigWig.Zoomed one = new ReadBigWig.Zoomed(sequence, base, base + 1, 1, value, value, value, value * value);
        if (!records.isEmpty()) {
            ReadBigWig.Zoomed last = records.getLast();
            if (last.sequence().equals(sequence) && last.start() / bases == base / bases) {
                records.removeLast();
                one = new ReadBigWig.Zoomed(
                        sequence,
                        last.start(),
                        base + 1,
                        last.count() + 1,
                        Math.min(last.least(), value),
                        Math.max(last.greatest(), value),
                        last.sum() + value,
                        last.squares() + value * value);
            }
        }
        records.add(one);
    }

    @Test
    void aFileWithoutScoresIsValid() throws IOException, DataFormatException {
        ReadBigWig file = write(Map.of(), List.of());
        assertThat(file.values()).isEmpty();
        assertThat(file.zooms()).isEmpty();
    }
}
