package org.expomotif.scan;

import java.util.Optional;
import org.expomotif.run.Progress;
import org.expomotif.scan.input.NamedRegion;
import org.expomotif.scan.input.ScanInput;
import org.expomotif.scan.input.ShardInput;
import org.expomotif.scan.input.SliceBuilder;
import org.expomotif.scan.kernel.ScanBackend;
import org.expomotif.scan.kernel.ScanBackends;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.site.SliceListener;
import org.expomotif.scan.site.Workers;

/**
 * Scans sequences with many matrices at once. Sequences are cut into slices; a worker scans each slice with every
 * matrix while it is in the processor cache; a {@link SliceListener} receives the slices in order. Therefore the
 * results do not depend on the number of threads, and memory is bounded for any genome.
 */
public final class SequenceScan implements ScanInput {
    private static final int WINDOWS = 1 << 16;
    private static final double HITS_PER_SLICE = 1 << 20;

    private final ScanInput input;
    private final SliceQueue slices;
    private final SliceScanner scanner;

    private SequenceScan(ScanInput input, SliceQueue slices, SliceScanner scanner) {
        this.input = input;
        this.slices = slices;
        this.scanner = scanner;
    }

    /**
     * Prepares the matrices.
     *
     * @param report receives the sites
     * @param progress receives the number of bases scanned
     */
    public static SequenceScan of(MatrixSet matrices, SiteReport report, Workers workers, Progress progress) {
        return of(matrices, ScanBackends.makeSuited(matrices.size()), report, workers, progress);
    }

    /** Prepares the matrices for a backend; see {@link #of(MatrixSet, SiteReport, Workers, Progress)}. */
    static SequenceScan of(
            MatrixSet matrices, ScanBackend backend, SiteReport report, Workers workers, Progress progress) {
        SliceScanner scanner = new SliceScanner(matrices, backend, report.listeners());
        SliceQueue queue = new SliceQueue(scanner, workers, progress);
        double windows = HITS_PER_SLICE / (2 * matrices.settings().threshold() * matrices.size());
        int width = matrices.maximumWidth();
        SliceBuilder slices = new SliceBuilder(
                (int) Math.clamp(windows, 256, WINDOWS), width, report.format()::sequenceName, queue::add);
        ScanInput input =
                report.shard().isPresent() ? new ShardInput(report.shard().get(), width, slices) : slices;
        return new SequenceScan(input, queue, scanner);
    }

    @Override
    public void begin(String name, long firstBase, String label, Optional<NamedRegion> region) {
        input.begin(name, firstBase, label, region);
    }

    @Override
    public void add(byte[] letters, int from, int to) {
        input.add(letters, from, to);
    }

    @Override
    public void length(String name, long bases) {
        scanner.length(name, bases);
    }

    /** Scans the remaining letters and ends the report. */
    @Override
    public void finish() {
        input.finish();
        slices.finish();
        scanner.finish();
    }
}
