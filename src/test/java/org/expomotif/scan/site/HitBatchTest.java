package org.expomotif.scan.site;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.expomotif.motif.Background;
import org.expomotif.run.UserException;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of slices whose lines the workers format. */
class HitBatchTest {
    private static final MatrixSet MATRICES = SlicedScan.set(SlicedScan.EXACT, "CTG", "GGG");

    /** A slice of 12 letters (10 windows and 2 more) and 2 hits, with an end per matrix: 12 + 2 8 + 2 4 bytes. */
    @Test
    void aBatchIsFullAboveItsLimitInBytes() {
        SlicedScan scan = new SlicedScan(MATRICES.matrices(), HitFormat.TSV, 10);
        ScannedSlice slice = scan.slices(SlicedScan.sequences("CTGAAACTGAA")).getFirst();
        assertThat(slice.slice().letters()).hasSize(12);
        assertThat(slice.hits().size()).isEqualTo(2);
        try (Workers workers = new Workers(1)) {
            HitBatch batch = new HitBatch(scan.lines(false), workers, 72);
            assertThat(batch.isFull()).isFalse();
            batch.add(slice);
            batch.add(slice);
            assertThat(batch.isFull()).as("72 bytes").isFalse();
            batch.drain((matrix, lines, length) -> {});
            batch.add(slice);
            batch.add(slice);
            assertThat(batch.isFull()).as("empty after it was drained").isFalse();
            batch.add(slice);
            assertThat(batch.isFull()).as("108 bytes").isTrue();
        }
    }

    /** Every base is a site, so that the lines of one matrix are divided among many tasks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void linesComeInTheOrderOfMatricesAndPositions(int threads) {
        ScanSettings every = ScanSettings.of(Background.UNIFORM, false, 1);
        MatrixSet matrices = SlicedScan.set(every, "A", "C");
        SlicedScan scan = new SlicedScan(matrices.matrices(), HitFormat.BED, 6_000);
        List<ScannedSlice> slices = scan.slices(SlicedScan.sequences("ACGT".repeat(5_000)));
        List<Integer> order = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        try (Workers workers = new Workers(threads)) {
            HitBatch batch = new HitBatch(scan.lines(false), workers, 1);
            slices.forEach(batch::add);
            for (int round = 0; round < 2; round++) {
                batch.drain((matrix, lines, length) -> {
                    order.add(matrix);
                    text.append(new String(lines, 0, length, US_ASCII));
                });
            }
        }
        assertThat(order).containsExactly(0, 0, 1, 1);
        List<String> found = new ArrayList<>();
        text.toString().lines().forEach(line -> found.add(line.split("\t")[3] + " " + line.split("\t")[1]));
        List<String> expected = new ArrayList<>();
        for (String motif : List.of("A", "C")) {
            for (int start = 0; start < 20_000; start++) {
                expected.add(motif + " " + start);
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aBatchWithoutHitsHasNoLines() {
        SlicedScan scan = new SlicedScan(MATRICES.matrices(), HitFormat.TSV, 4);
        try (Workers workers = new Workers(1)) {
            HitBatch batch = new HitBatch(scan.lines(false), workers, 1);
            scan.slices(SlicedScan.sequences("AAAAAAAA", "CACA")).forEach(batch::add);
            batch.drain((matrix, lines, length) -> assertThat(length).isNegative());
        }
    }

    @Test
    void theExceptionOfATaskIsThrownUnchanged() {
        UserException fault = new UserException("the task failed");
        try (Workers workers = new Workers(2)) {
            assertThat(workers.count()).isEqualTo(2);
            assertThat(Workers.result(workers.start(() -> 7))).isEqualTo(7);
            Future<Integer> task = workers.start(() -> {
                throw fault;
            });
            assertThatThrownBy(() -> Workers.result(task)).isSameAs(fault);
        }
    }

    @Test
    void closingTheWorkersInterruptsThem() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Workers workers = new Workers(1);
        Future<String> task = workers.start(() -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
                return "ended";
            } catch (InterruptedException e) {
                return "interrupted";
            }
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        workers.close();
        assertThat(Workers.result(task)).isEqualTo("interrupted");
    }
}
