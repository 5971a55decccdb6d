package org.expomotif.scan.kernel;

import java.util.concurrent.atomic.AtomicLong;
import org.expomotif.scan.matrix.ScanMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A backend that starts with one backend and switches to a second one, which is faster once it is compiled but hundreds
 * of times slower before. In a long scan, a background thread runs the second backend until it is compiled. Both find
 * the same hits, so the time of the switch does not matter.
 */
final class WarmingBackend implements MatrixBackend {
    /** Number of windows, each with one matrix, after which the second backend repays its time of compilation. */
    static final long LONG_SCAN = 1L << 28;

    private final MatrixBackend first;
    private final MatrixBackend then;
    private final Runnable warmUp;
    private final long longScan;
    private final AtomicLong scanned = new AtomicLong();
    private volatile boolean isWarm;

    /**
     * Creates a backend that has scanned no windows.
     *
     * @param warmUp returns when {@code then} is compiled
     * @param longScan number of windows, each with one matrix, after which {@code warmUp} runs
     */
    WarmingBackend(MatrixBackend first, MatrixBackend then, Runnable warmUp, long longScan) {
        this.first = first;
        this.then = then;
        this.warmUp = warmUp;
        this.longScan = longScan;
    }

    @Override
    public WindowScanner prepare(ScanMatrix matrix) {
        return new Both(matrix);
    }

    /** Whether the second backend scans from now on. */
    boolean isWarm() {
        return isWarm;
    }

    private void count(int windows) {
        long before = scanned.getAndAdd(windows);
        if (before < longScan && before + windows >= longScan) {
            Thread.ofPlatform().daemon().name("scan-warm-up").start(this::warm);
        }
    }

    private void warm() {
        try {
            warmUp.run();
            isWarm = true;
        } catch (OutOfMemoryError e) {
            // The scan continues with the first backend, and fails by itself if memory runs out there too.
        }
    }

    private final class Both implements WindowScanner {
        private final ScanMatrix matrix;
        private final WindowScanner fast;
        private volatile @Nullable WindowScanner slow;

        Both(ScanMatrix matrix) {
            this.matrix = matrix;
            this.fast = then.prepare(matrix);
        }

        @Override
        public void scan(SliceCodes slice, int windows, HitBuffer hits) {
            if (isWarm) {
                slow = null;
                fast.scan(slice, windows, hits);
                return;
            }
            WindowScanner scanner = slow;
            if (scanner == null) {
                scanner = first.prepare(matrix);
                slow = scanner;
            }
            scanner.scan(slice, windows, hits);
            count(windows);
        }
    }
}
