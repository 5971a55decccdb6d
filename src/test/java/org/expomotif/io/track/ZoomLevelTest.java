package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoomLevelTest {
    @TempDir
    private Path folder;

    private ZoomLevel open(int levels) {
        return ZoomLevel.open(folder.resolve("x.bw").toString(), 40, levels);
    }

    /** Adds one value to each of the first records of a sequence. */
    private static void add(ZoomLevel level, int sequence, int records) {
        ValueSummary one = new ValueSummary();
        one.add(new float[] {2}, 0, 1);
        for (int i = 0; i < records; i++) {
            level.add(sequence, 40 * i, 40 * i + 1, one);
        }
    }

    /** A block has 512 records of 32 bytes, all of one sequence. */
    @ParameterizedTest
    @CsvSource({"1, 1", "512, 1", "513, 2", "1024, 2", "1025, 3"})
    void recordsFillBlocks(int records, int blocks) {
        for (int sequence : new int[] {0, 1}) {
            try (ZoomLevel level = open(1)) {
                add(level, sequence, records);
                assertThat(level.finish()).containsExactly(level);
                assertThat(level.sizeWithIndex() - level.size()).isEqualTo(BigWigIndex.bytes(blocks));
            }
        }
        try (ZoomLevel level = open(1)) {
            add(level, 0, records);
            add(level, 1, records);
            level.finish();
            assertThat(level.sizeWithIndex() - level.size()).isEqualTo(BigWigIndex.bytes(2 * blocks));
        }
    }

    @Test
    void aLevelIsKeptWhenItHasFewerRecordsThanTheFiner() {
        try (ZoomLevel level = open(4)) {
            add(level, 0, 8);
            assertThat(level.finish()).extracting(ZoomLevel::bases).containsExactly(40, 160, 640);
        }
        try (ZoomLevel level = open(4)) {
            assertThat(level.finish()).isEmpty();
        }
    }

    @Test
    void recordsEndAtMultiplesOfTheirBases() {
        try (ZoomLevel level = open(1)) {
            assertThat(level.bases()).isEqualTo(40);
            assertThat(level.endOfRecord(0)).isEqualTo(40);
            assertThat(level.endOfRecord(39)).isEqualTo(40);
            assertThat(level.endOfRecord(40)).isEqualTo(80);
            assertThat(level.endOfRecord(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        }
    }
}
