package org.expomotif.scan.kernel;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.expomotif.scan.matrix.ScanMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A backend that scans with one matrix after another and, in a long scan, switches to {@link LaneBackend256} once a
 * background thread has run that until it is fast. Both find the same hits, so the time of the switch does not matter.
 */
final class WarmingLanes implements ScanBackend {
    /** Number of windows, each with one matrix, after which the lanes repay their time of compilation. */
    static final long LONG_SCAN = 1L << 31;

    /** Number of windows of a round of the background thread. */
    private static final int WINDOWS = 1024;

    private static final int MAXIMUM_ROUNDS = 1000;

    /**
     * Maximum time of a window and matrix in nanoseconds. Well compiled code takes 0.12. The compiler can also leave
     * the vectors on the heap, with 2 nanoseconds; then the first backend goes on.
     */
    static final double NANOSECONDS = 0.5;

    private final MatrixBackend first;
    private final long longScan;
    private final double nanoseconds;

    /**
     * Creates a backend that has scanned no windows.
     *
     * @param longScan number of windows, each with one matrix, after which the lanes are tried
     * @param nanoseconds maximum time of a window and matrix with which the lanes are used
     */
    WarmingLanes(MatrixBackend first, long longScan, double nanoseconds) {
        this.first = first;
        this.longScan = longScan;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public Scanner prepare(List<ScanMatrix> matrices) {
        return new Scanner(matrices);
    }

    /** The scanner, which holds the tables of both backends only while it needs them. */
    final class Scanner implements SetScanner {
        private final List<ScanMatrix> matrices;
        private final AtomicLong scanned = new AtomicLong();
        private volatile @Nullable SetScanner slow;
        private volatile @Nullable SetScanner fast;

        private Scanner(List<ScanMatrix> matrices) {
            this.matrices = matrices;
            this.slow = first.prepare(matrices);
        }

        /** Whether the lanes scan from now on. */
        boolean isWarm() {
            return fast != null;
        }

        @Override
        public SliceHits scan(SliceCodes slice, int windows, HitBuffer buffer) {
            SetScanner before = slow;
            SetScanner lanes = fast;
            if (lanes != null) {
                slow = null;
                return lanes.scan(slice, windows, buffer);
            }
            long work = (long) windows * matrices.size();
            long done = scanned.getAndAdd(work);
            if (done < longScan && done + work >= longScan) {
                Thread.ofPlatform().daemon().name("scan-warm-up").start(() -> warm(slice, Math.min(windows, WINDOWS)));
            }
            if (before == null) {
                throw new IllegalStateException("the first backend was released before the lanes were ready");
            }
            return before.scan(slice, windows, buffer);
        }

        private void warm(SliceCodes slice, int windows) {
            try {
                SetScanner lanes = new LaneBackend256().prepare(matrices);
                HitBuffer buffer = new HitBuffer();
                int fastRounds = 0;
                for (int round = 0; round < MAXIMUM_ROUNDS && fastRounds < 3; round++) {
                    long start = System.nanoTime();
                    lanes.scan(slice, windows, buffer);
                    long time = System.nanoTime() - start;
                    fastRounds = time < nanoseconds * windows * matrices.size() ? fastRounds + 1 : 0;
                }
                fast = fastRounds == 3 ? lanes : null;
            } catch (OutOfMemoryError e) {
                // The scan continues with the first backend, and fails by itself if memory runs out there too.
            }
        }
    }
}
