package org.expomotif.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DataFormatException;
import org.expomotif.io.track.ReadBigWig;
import org.expomotif.motif.Background;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.scan.count.SummitDistances;
import org.expomotif.scan.input.NamedRegion;
import org.expomotif.scan.input.ScanShard;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.PlainBackend;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.ScannedSlice;
import org.expomotif.scan.site.SliceListener;
import org.expomotif.scan.site.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outputs beside the sites, the slices and their order, and the progress of a scan. */
class SequenceScanTest {
    @TempDir
    private Path folder;

    private final Workers workers = new Workers(1);

    @AfterEach
    void closeTheWorkers() {
        workers.close();
    }

    /** Matrices that find A with p-value 1/4, and all bases at a threshold of 1. */
    private static MatrixSet matrices(int count, double threshold) {
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, false, threshold);
        ScanMatrix matrix = ScanMatrix.ofScores("A", new double[][] {{1, 0, 0, 0}}, 0, settings);
        return new MatrixSet(Collections.nCopies(count, matrix), settings);
    }

    private ScanOutput output(ByteArrayOutputStream bytes) {
        return new ScanOutput(bytes, HitFormat.TSV, Provenance.of(List.of()), folder);
    }

    private SiteReport report(ScanReport wanted) {
        return SiteReport.open(matrices(1, 0.25), wanted, output(new ByteArrayOutputStream()), workers);
    }

    private void scan(SiteReport report, byte[] letters) {
        SequenceScan scan = SequenceScan.of(matrices(1, 0.25), report, workers, Progress.NONE);
        scan.begin("s", 1, "s", Optional.of(new NamedRegion("peak", List.of(1))));
        scan.add(letters, 0, letters.length);
        scan.length("s", 1000);
        scan.finish();
    }

    /** A progress that keeps the amounts. */
    private static final class Amounts implements Progress {
        private final List<Long> amounts = new ArrayList<>();

        @Override
        public void start(String task, long total, String unit) {}

        @Override
        public void advance(long amount) {
            amounts.add(amount);
        }

        @Override
        public void note(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void finish() {}
    }

    /** A slice has 65,536 windows, or fewer when a million windows of all matrices and strands may be hits. */
    @ParameterizedTest
    @CsvSource({"1, 0.25, 65536", "64, 1, 8192", "64, 0.5, 16384", "4096, 1, 256"})
    void aSliceHasFewerWindowsWhenManySitesAreExpected(int count, double threshold, long windows) {
        MatrixSet matrices = matrices(count, threshold);
        Amounts progress = new Amounts();
        try (SiteReport report =
                SiteReport.open(matrices, ScanReport.ALL, output(new ByteArrayOutputStream()), workers)) {
            SequenceScan scan = SequenceScan.of(matrices, report, workers, progress);
            scan.begin("s", 1, "s");
            scan.add("C".repeat((int) windows + 44).getBytes(US_ASCII), 0, (int) windows + 44);
            scan.finish();
        }
        assertThat(progress.amounts).containsExactly(windows, 44L);
    }

    @Test
    void theCountsAndTheTrackAreFinishedWithTheReport() throws IOException, DataFormatException {
        Path counts = folder.resolve("counts.tsv");
        Path scores = folder.resolve("scores.bw");
        ScanReport wanted = ScanReport.ALL.withCounts(counts.toString()).withScores(scores.toString());
        try (SiteReport report = report(wanted)) {
            scan(report, "CA".getBytes(US_ASCII));
            report.commit();
        }
        assertThat(counts).hasContent("sequence\tA\ns\t1\n");
        assertThat(new ReadBigWig(scores).lengths()).isEqualTo(Map.of("s", 1000));
        assertThat(new ReadBigWig(scores).values()).isEqualTo(Map.of("s:0", 0f, "s:1", 1f));
    }

    @Test
    void aScanThatFailsLeavesNoFile() throws IOException {
        ScanReport wanted = ScanReport.ALL
                .withCounts(folder.resolve("counts.tsv").toString())
                .withScores(folder.resolve("scores.bw").toString());
        try (SiteReport report = report(wanted)) {
            scan(report, "CA".getBytes(US_ASCII));
        }
        assertNoFiles();
    }

    @Test
    void theCountsAreDiscardedWhenTheTrackCannotBeOpened() throws IOException {
        ScanReport wanted = ScanReport.ALL
                .withCounts(folder.resolve("counts.tsv").toString())
                .withScores(folder.resolve("none").resolve("scores.bedgraph").toString());
        assertThatThrownBy(() -> report(wanted)).isInstanceOf(UserException.class);
        assertNoFiles();
    }

    private void assertNoFiles() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    /** The site is at base 2, counted from 0, and the summit at base 1. */
    @Test
    void distancesFromSummitsAreCountedIfTheyAreWanted() {
        try (SiteReport without = report(ScanReport.ALL);
                SiteReport with = report(ScanReport.ALL.withSummits())) {
            assertThat(without.summits()).isEmpty();
            scan(with, "CCA".getBytes(US_ASCII));
            SummitDistances distances = with.summits().orElseThrow();
            assertThat(distances.regions()).isEqualTo(1);
            assertThat(distances.sites(0, 1)).isEqualTo(1);
            assertThat(with.sites()).isEqualTo(1);
        }
    }

    @Test
    void aShardIsScannedOnly() {
        String text = Scans.of(matrices(1, 0.25).matrices(), matrices(1, 0.25).settings())
                .report(ScanReport.ALL.ofShard(new ScanShard(2, 4)))
                .feed(input -> {
                    input.begin("s", 1, "s");
                    input.add("AAAAAA".getBytes(US_ASCII), 0, 6);
                });
        assertThat(text.lines().filter(line -> line.startsWith("A")).map(line -> line.split("\t")[3]))
                .containsExactly("3", "4");
    }

    /** A listener of slices of one base, of which the first waits for the second. */
    private static final class WaitingListener implements SliceListener {
        private final CountDownLatch second = new CountDownLatch(1);
        private final AtomicInteger prepared = new AtomicInteger();
        private final List<Byte> order = new ArrayList<>();

        @Override
        public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
            prepared.incrementAndGet();
            byte letter = scanned.slice().letters()[0];
            if (letter == 'A') {
                await();
            } else if (letter == 'C') {
                second.countDown();
            }
            return () -> order.add(letter);
        }

        private void await() {
            try {
                assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void finish() {}
    }

    private static Slice slice(char letter) {
        return new Slice(new byte[] {(byte) letter}, 1, 1, List.of());
    }

    /** Enough to keep all workers busy, and no more, so that memory is bounded: two per worker and one. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void slicesAreFinishedInTheirOrderAndFewAreHeld(int threads) {
        WaitingListener listener = new WaitingListener();
        Amounts progress = new Amounts();
        try (Workers several = new Workers(threads)) {
            SliceQueue queue = new SliceQueue(
                    new SliceScanner(matrices(1, 0.25), new PlainBackend(), List.of(listener)), several, progress);
            String letters = "AC" + "GT".repeat(10);
            for (int i = 0; i < letters.length(); i++) {
                queue.add(slice(letters.charAt(i)));
                assertThat(listener.order).hasSize(Math.max(0, i - 2 * threads));
            }
            queue.finish();
            assertThat(listener.order).hasSize(letters.length());
            StringBuilder order = new StringBuilder();
            listener.order.forEach(letter -> order.append((char) letter.byteValue()));
            assertThat(order.toString()).isEqualTo(letters);
        }
        assertThat(listener.prepared).hasValue(22);
        assertThat(progress.amounts).hasSize(22).containsOnly(1L);
    }

    @Test
    void theExceptionOfAListenerEndsTheScan() {
        SliceListener failing = new SliceListener() {
            @Override
            public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
                throw new UserException("the disk is full");
            }

            @Override
            public void finish() {}
        };
        SliceQueue queue = new SliceQueue(
                new SliceScanner(matrices(1, 0.25), new PlainBackend(), List.of(failing)), workers, Progress.NONE);
        queue.add(slice('A'));
        assertThatThrownBy(queue::finish).isInstanceOf(UserException.class).hasMessage("the disk is full");
    }
}
