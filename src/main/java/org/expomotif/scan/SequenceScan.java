package org.expomotif.scan;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/**
 * Scans sequences with many matrices at once and writes the hits in FIMO's order: matrices as given, then sequences as
 * added, then position, plus before minus. The bytes written do not depend on the number of threads.
 *
 * <p>Sequences are cut into slices, one task a slice that looks at it with every matrix while it is in the processor's
 * cache. Slices and hits gather in a {@link HitVolume}; when that is full, its lines wait in a file for their matrix's
 * turn, so memory is bounded for any genome.
 */
public final class SequenceScan implements AutoCloseable {
    private static final int WINDOWS = 1 << 16;
    private static final double HITS_OF_A_SLICE = 1 << 20;

    private final List<ScanMatrix> matrices;
    private final SliceScanner scanner;
    private final List<QValues> qValues;
    private final ScanOutput output;
    private final Progress progress;
    private final Workers workers;
    private final HitStore store;
    private final SliceBuilder slices;
    private final HitVolume volume;
    private final Deque<Future<SliceScanner.Found>> running = new ArrayDeque<>();
    private final int ahead;
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
            ScanSettings settings,
            boolean withQValues,
            ScanOutput output,
            int threads,
            Progress progress) {
        this(matrices, ScanBackends.suited().make(), HitVolume.BYTES, settings, withQValues, output, threads, progress);
    }

    SequenceScan(
            List<ScanMatrix> matrices,
            ScanBackend backend,
            long memory,
            ScanSettings settings,
            boolean withQValues,
            ScanOutput output,
            int threads,
            Progress progress) {
        this.matrices = List.copyOf(matrices);
        this.qValues = withQValues
                ? matrices.stream()
                        .map(matrix -> new QValues(matrix, settings.background()))
                        .toList()
                : List.of();
        int width = matrices.stream().mapToInt(ScanMatrix::width).max().orElse(1);
        this.scanner = new SliceScanner(matrices.stream().map(backend::prepare).toList(), qValues, width);
        this.output = output;
        this.progress = progress;
        this.store = new HitStore(matrices.size(), output.temporary());
        this.workers = new Workers(threads);
        this.volume = new HitVolume(
                matrices.stream()
                        .map(matrix -> new HitLines(matrix, output.format(), withQValues))
                        .toList(),
                workers,
                memory);
        double windows = HITS_OF_A_SLICE / (2 * settings.threshold() * matrices.size());
        this.slices = new SliceBuilder((int) Math.clamp(windows, 256, WINDOWS), width, this::add);
        this.ahead = 2 * threads + 2;
        write(output.format().head(output.comments()));
    }

    /**
     * Begins a sequence, or a stretch of one, whose letters come piece by piece.
     *
     * @param name what it is called in the output
     * @param firstBase position that its first letter is written with
     */
    public void begin(String name, long firstBase) {
        slices.begin(output.format().name(name), firstBase);
    }

    /** Adds letters to the stretch that was begun. */
    public void add(byte[] letters, int from, int to) {
        slices.add(letters, from, to);
    }

    /** Scans what is left and writes all lines that still wait. */
    public void finish() {
        slices.flush();
        while (!running.isEmpty()) {
            keepOldest();
        }
        try {
            if (qValues.isEmpty() && store.isEmpty()) {
                volume.drain((matrix, lines, length) -> output.stream().write(lines, 0, length));
                return;
            }
            spill();
            for (int m = 0; m < matrices.size(); m++) {
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
        running.add(workers.start(() -> scanner.scan(slice)));
        if (running.size() >= ahead) {
            keepOldest();
        }
    }

    private void keepOldest() {
        SliceScanner.Found found = Workers.result(running.remove());
        hits += found.hits().size();
        for (int m = 0; m < qValues.size(); m++) {
            qValues.get(m).add(found.counts().get(m), found.hits(), m);
        }
        volume.add(found.slice(), found.hits());
        progress.advance(found.slice().windows());
        if (volume.isFull()) {
            try {
                spill();
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    /** The first matrix comes first in the output, so its lines need not wait unless their q-values are to come. */
    private void spill() throws IOException {
        volume.drain((matrix, lines, length) -> {
            if (matrix == 0 && qValues.isEmpty()) {
                output.stream().write(lines, 0, length);
            } else {
                store.append(matrix, lines, length);
            }
        });
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
