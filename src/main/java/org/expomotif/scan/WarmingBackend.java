package org.expomotif.scan;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Begins with one backend and goes on with another, which is faster once it is compiled and hundreds of times slower
 * before: when the scan turns out to be a long one, a thread of its own lets it be compiled. Both find the same hits,
 * so it does not matter when the change comes.
 */
final class WarmingBackend implements ScanBackend {
    /** Windows looked at with one matrix after which the other backend is worth its time to compile. */
    static final long LONG_SCAN = 1L << 28;

    private final ScanBackend first;
    private final ScanBackend then;
    private final Runnable warmUp;
    private final long longScan;
    private final AtomicLong looked = new AtomicLong();
    private volatile boolean isWarm;

    /**
     * A backend that has not looked at anything.
     *
     * @param warmUp returns when {@code then} is fast
     * @param longScan windows of one matrix after which it is called
     */
    WarmingBackend(ScanBackend first, ScanBackend then, Runnable warmUp, long longScan) {
        this.first = first;
        this.then = then;
        this.warmUp = warmUp;
        this.longScan = longScan;
    }

    @Override
    public WindowScanner prepare(ScanMatrix matrix) {
        return new Both(matrix);
    }

    private void look(int windows) {
        long before = looked.getAndAdd(windows);
        if (before < longScan && before + windows >= longScan) {
            Thread.ofPlatform().daemon().name("scan-warm-up").start(this::warm);
        }
    }

    private void warm() {
        try {
            warmUp.run();
            isWarm = true;
        } catch (OutOfMemoryError e) {
            // The scan goes on with the first backend, and says so itself if its own memory does not suffice.
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
            look(windows);
        }
    }
}
