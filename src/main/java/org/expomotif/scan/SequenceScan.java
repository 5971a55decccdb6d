package org.expomotif.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Interval;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/**
 * Scans sequences with many matrices at once and writes the hits in FIMO's order: matrices as given, then sequences as
 * added, then position, plus before minus. The bytes written do not depend on the number of threads.
 *
 * <p>Sequences are cut into slices; a batch of slices is scanned with every matrix, one task a matrix and slice. Memory
 * holds the sequences of one batch and up to {@value #LINES_IN_MEMORY} bytes of lines that wait for their matrix's
 * turn.
 */
public final class SequenceScan implements AutoCloseable {
    private static final long LINES_IN_MEMORY = 128L << 20;
    private static final double BYTES_OF_A_BATCH = 32 << 20;
    private static final double BYTES_OF_A_LINE = 100;
    private static final int SLICE = 1 << 17;
    private static final int SLICES_OF_A_BATCH = 16;

    private final List<WindowScanner> scanners;
    private final List<ScanMatrix> matrices;
    private final List<HitLines> lines;
    private final List<QValues> qValues;
    private final ScanOutput output;
    private final Progress progress;
    private final Workers workers;
    private final HitStore store;
    private final SliceBuilder slices;
    private final int batchSize;
    private final List<Slice> batch = new ArrayList<>();
    private long hits;

    /**
     * Prepares the matrices and writes the head of the output.
     *
     * @param matrices at least one
     * @param settings what the matrices were made with
     * @param withQValues whether q-values are reported: every window is then summed to the end, and no line is written
     *     before {@link #finish()}
     * @param threads how many work at once
     * @param progress hears of bases
     */
    public SequenceScan(
            List<ScanMatrix> matrices,
            ScanBackend backend,
            ScanSettings settings,
            boolean withQValues,
            ScanOutput output,
            int threads,
            Progress progress) {
        this.matrices = List.copyOf(matrices);
        this.scanners = matrices.stream().map(backend::prepare).toList();
        this.lines = matrices.stream()
                .map(matrix -> new HitLines(matrix, output.format(), withQValues))
                .toList();
        this.qValues = withQValues
                ? matrices.stream()
                        .map(matrix -> new QValues(matrix, settings.background()))
                        .toList()
                : List.of();
        this.output = output;
        this.progress = progress;
        this.store = new HitStore(matrices.size(), LINES_IN_MEMORY, output.temporary());
        double windows = BYTES_OF_A_BATCH / (2 * settings.threshold() * BYTES_OF_A_LINE * matrices.size());
        int slice = (int) Math.clamp(windows, 256, SLICE);
        this.batchSize = (int) Math.clamp(windows / slice, 1, SLICES_OF_A_BATCH);
        int width = matrices.stream().mapToInt(ScanMatrix::width).max().orElse(1);
        this.slices = new SliceBuilder(slice, width, this::add);
        this.workers = new Workers(threads);
        write(output.format().head(output.comments()));
    }

    /** Scans a whole sequence, its first base written as position 1. */
    public void add(DnaSequence sequence) {
        add(sequence.name(), 1, sequence.letters(), 0, sequence.length());
    }

    /**
     * Scans a sequence that is itself a part of a longer one.
     *
     * @param whole what the sequence is called in the output, and where it starts there (0-based)
     */
    public void add(DnaSequence sequence, Interval whole) {
        add(whole.sequence(), whole.start() + 1L, sequence.letters(), 0, sequence.length());
    }

    /** Scans the windows that lie wholly in one of the regions, which must not overlap and be sorted. */
    public void add(DnaSequence sequence, List<Interval> regions) {
        for (Interval region : regions) {
            add(sequence.name(), 1, sequence.letters(), region.start(), region.end());
        }
    }

    private void add(String name, long firstBase, byte[] letters, int from, int to) {
        slices.add(output.format().name(name), letters, firstBase, from, to);
    }

    /** Scans what is left and writes all lines that still wait. */
    public void finish() {
        slices.flush();
        scanBatch();
        try {
            for (int m = 0; m < lines.size(); m++) {
                store.drain(m, sink(m));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private HitStore.LineSink sink(int matrix) {
        if (qValues.isEmpty()) {
            return output.stream()::write;
        }
        QValueFiller filler = new QValueFiller(matrices.get(matrix), output.format(), qValues.get(matrix));
        return text -> output.stream().write(filler.fill(text));
    }

    /** Number of hits so far. */
    public long hits() {
        return hits;
    }

    private void add(Slice slice) {
        batch.add(slice);
        if (batch.size() == batchSize) {
            scanBatch();
        }
    }

    private record Found(byte[] lines, HitBuffer hits, long[] counts) {}

    private void scanBatch() {
        int n = batch.size();
        List<Callable<Found>> tasks = IntStream.range(0, n * scanners.size())
                .<Callable<Found>>mapToObj(t -> () -> scan(t / n, batch.get(t % n)))
                .toList();
        List<Found> found = workers.all(tasks);
        for (int t = 0; t < found.size(); t++) {
            keep(t / n, found.get(t));
        }
        batch.forEach(slice -> progress.advance(slice.windows()));
        batch.clear();
    }

    private Found scan(int matrix, Slice slice) {
        HitBuffer buffer = new HitBuffer();
        scanners.get(matrix).scan(slice.codes(), slice.windows(), buffer);
        LineBuffer out = new LineBuffer(128 * buffer.size());
        lines.get(matrix).write(buffer, slice, out);
        long[] counts = qValues.isEmpty() ? new long[0] : qValues.get(matrix).count(slice);
        return new Found(out.toArray(), buffer, counts);
    }

    /** The first matrix comes first in the output, so its lines need not wait unless their q-values are to come. */
    private void keep(int matrix, Found found) {
        hits += found.hits().size();
        if (!qValues.isEmpty()) {
            qValues.get(matrix).add(found.counts(), found.hits());
        }
        if (matrix == 0 && qValues.isEmpty()) {
            write(found.lines());
        } else {
            store.append(matrix, found.lines());
        }
    }

    private void write(byte[] text) {
        try {
            output.stream().write(text);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static UserException unwritable(IOException e) {
        return new UserException("the hits cannot be written (" + e.getMessage() + ")", e)
                .remedy("write to a disk with more room");
    }

    @Override
    public void close() {
        try (workers) {
            store.close();
        }
    }
}
