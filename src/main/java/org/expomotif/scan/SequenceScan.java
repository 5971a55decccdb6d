package org.expomotif.scan;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.scan.input.ScanInput;
import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.input.ShardInput;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.input.SliceBuilder;
import org.expomotif.scan.kernel.ScanBackend;
import org.expomotif.scan.kernel.ScanBackends;
import org.expomotif.scan.kernel.SliceHits;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.shard.ShardSiteWriter;
import org.expomotif.scan.site.BestSites;
import org.expomotif.scan.site.HitBatch;
import org.expomotif.scan.site.HitCounts;
import org.expomotif.scan.site.HitLines;
import org.expomotif.scan.site.QValueFiller;
import org.expomotif.scan.site.QValues;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.ScoreTrack;
import org.expomotif.scan.site.SequenceWalk;
import org.expomotif.scan.site.SiteCounts;
import org.expomotif.scan.site.SiteWriter;
import org.expomotif.scan.site.SitesByMatrix;
import org.expomotif.scan.site.SitesByPosition;
import org.expomotif.scan.site.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Scans sequences with many matrices at once and writes the sites, by position or in FIMO's order: matrices as given,
 * then sequences as added, then position, plus before minus. The bytes written do not depend on the number of threads.
 *
 * <p>Sequences are cut into slices. One task per slice scans it with every matrix while it is in the processor cache.
 * Memory is bounded for any genome.
 */
public final class SequenceScan implements ScanInput, AutoCloseable {
    private static final int WINDOWS = 1 << 16;
    private static final double HITS_PER_SLICE = 1 << 20;

    private final SliceScanner scanner;
    private final List<QValues> qValues;
    private final ScanReport report;
    private final Progress progress;
    private final Workers workers;
    private final SiteWriter writer;
    private final List<SequenceWalk> walks = new ArrayList<>();
    private final SliceBuilder slices;
    private final Deque<Future<SliceScanner.Found>> running = new ArrayDeque<>();
    private final int ahead;
    private final ScanOutput output;
    private final ScanInput input;
    private final @Nullable ShardInput shardInput;
    private @Nullable QValueFiller filler;
    private @Nullable ScoreTrack track;
    private long sources;
    private long hits;

    /**
     * Prepares the matrices.
     *
     * @param matrices at least one
     * @param settings settings that the matrices were made with
     * @param report selection and order of the sites
     * @param output destination of the sites
     * @param threads number of threads
     * @param progress receives the number of bases scanned
     */
    public SequenceScan(
            List<ScanMatrix> matrices,
            ScanSettings settings,
            ScanReport report,
            ScanOutput output,
            int threads,
            Progress progress) {
        this(
                matrices,
                ScanBackends.makeSuited(matrices.size()),
                HitBatch.BYTES,
                settings,
                report,
                output,
                threads,
                progress);
    }

    SequenceScan(
            List<ScanMatrix> matrices,
            ScanBackend backend,
            long memory,
            ScanSettings settings,
            ScanReport report,
            ScanOutput output,
            int threads,
            Progress progress) {
        this.report = report;
        this.output = report.shard().isPresent() ? output.withHeadOfPart() : output.withHead();
        this.progress = progress;
        this.qValues = report.qValues()
                ? matrices.stream()
                        .map(matrix -> new QValues(matrix, settings.background()))
                        .toList()
                : List.of();
        this.workers = new Workers(threads);
        this.ahead = 2 * threads + 2;
        List<HitLines> lines = IntStream.range(0, matrices.size())
                .mapToObj(m -> new HitLines(m, matrices.get(m), output.format(), report.qValues()))
                .toList();
        Optional<Supplier<QValueFiller>> filling = report.qValues() ? Optional.of(this::newFiller) : Optional.empty();
        if (report.shard().isPresent()) {
            this.writer = new ShardSiteWriter(lines, workers, memory, this.output, report, this::hitCounts);
        } else if (report.byPosition()) {
            this.writer = new SitesByPosition(lines, this.output, filling);
        } else {
            this.writer = new SitesByMatrix(lines, workers, memory, this.output, filling);
        }
        if (report.bestOnly()) {
            walks.add(new SequenceWalk(new BestSites(matrices, report.byPosition(), this::write)));
        }
        int width = matrices.stream().mapToInt(ScanMatrix::width).max().orElse(1);
        ScanInput all = new Stretches();
        this.shardInput =
                report.shard().map(shard -> new ShardInput(shard, width, all)).orElse(null);
        this.input = shardInput == null ? all : shardInput;
        this.scanner = new SliceScanner(
                matrices.stream().map(backend::prepare).toList(),
                qValues,
                width,
                settings.skipMasked(),
                report.bestOnly() ? (slice, found) -> new byte[0] : writer::prepare);
        double windows = HITS_PER_SLICE / (2 * settings.threshold() * matrices.size());
        this.slices = new SliceBuilder((int) Math.clamp(windows, 256, WINDOWS), width, this::add);
    }

    private List<HitCounts> hitCounts() {
        return qValues.stream().map(QValues::counts).toList();
    }

    private QValueFiller newFiller() {
        QValueFiller made = new QValueFiller(output.format(), hitCounts(), report.maximumQValue());
        filler = made;
        return made;
    }

    /** Also writes the best score at every position from now on. */
    public void score(ScoreTrack scores) {
        track = scores;
        scanner.score(scores);
    }

    /** Also counts the sites of every sequence from now on. */
    public void count(SiteCounts counts) {
        walks.add(new SequenceWalk(counts));
    }

    @Override
    public void begin(String name, long firstBase, String label) {
        input.begin(name, firstBase, label);
    }

    @Override
    public void add(byte[] letters, int from, int to) {
        input.add(letters, from, to);
    }

    @Override
    public void length(String name, long bases) {
        if (track != null) {
            track.length(name, bases);
        }
    }

    /** Feeds the sequences and regions to the slices. */
    private final class Stretches implements ScanInput {
        @Override
        public void begin(String name, long firstBase, String label) {
            slices.begin(new ScannedSequence(sources++, name, output.format().sequenceName(name), label), firstBase);
        }

        @Override
        public void add(byte[] letters, int from, int to) {
            slices.add(letters, from, to);
        }
    }

    /** Scans the remaining letters and writes all remaining lines. */
    public void finish() {
        slices.flush(shardInput == null ? 0 : shardInput.tail());
        while (!running.isEmpty()) {
            takeOldest();
        }
        walks.forEach(SequenceWalk::finish);
        try {
            writer.finish();
            output.stream().write(shardInput == null ? output.foot() : new byte[0]);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Number of sites found so far; after {@link #finish()}, number of sites written. */
    public long hits() {
        return hits - (filler == null ? 0 : filler.omitted());
    }

    private void add(Slice slice) {
        running.add(workers.start(() -> scanner.scan(slice)));
        if (running.size() >= ahead) {
            takeOldest();
        }
    }

    private void takeOldest() {
        SliceScanner.Found found = Workers.result(running.remove());
        for (int m = 0; m < qValues.size(); m++) {
            qValues.get(m).add(found.counts().get(m), found.hits(), m);
        }
        walks.forEach(walk -> walk.add(found.slice(), found.hits()));
        if (track != null) {
            track.add(found.slice(), found.scores());
        }
        if (!report.bestOnly()) {
            write(found.slice(), found.hits(), found.text());
        }
        progress.advance(found.slice().windows());
    }

    private void write(Slice slice, SliceHits found) {
        write(slice, found, writer.prepare(slice, found));
    }

    private void write(Slice slice, SliceHits found, byte[] prepared) {
        hits += found.size();
        try {
            writer.add(slice, found, prepared);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static UserException unwritable(IOException e) {
        return new UserException("the sites cannot be written (" + e.getMessage() + ")", e)
                .remedy("write to a disk with more room");
    }

    @Override
    public void close() {
        try (workers) {
            writer.close();
        }
    }
}
