package org.expomotif.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.expomotif.scan.count.SiteCounts;
import org.expomotif.scan.count.SummitDistances;
import org.expomotif.scan.input.ScanShard;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.shard.ShardSiteFile;
import org.expomotif.scan.site.BestSites;
import org.expomotif.scan.site.CompleteSiteFile;
import org.expomotif.scan.site.HitBatch;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.HitLines;
import org.expomotif.scan.site.QValueCounts;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.ScoreTrack;
import org.expomotif.scan.site.SequenceWalk;
import org.expomotif.scan.site.SiteFile;
import org.expomotif.scan.site.SiteWriter;
import org.expomotif.scan.site.SitesByMatrix;
import org.expomotif.scan.site.SitesByPosition;
import org.expomotif.scan.site.SliceListener;
import org.expomotif.scan.site.Workers;

/** The outputs of a scan: the sites, and the files of counts and scores beside them. */
public final class SiteReport implements AutoCloseable {
    private final ScanReport wanted;
    private final HitFormat format;
    private final SiteWriter writer;
    private final Optional<SiteCounts> counts;
    private final Optional<ScoreTrack> scores;
    private final Optional<SummitDistances> summits;
    private final List<SliceListener> listeners;

    private SiteReport(
            ScanReport wanted,
            HitFormat format,
            SiteWriter writer,
            Optional<SiteCounts> counts,
            Optional<ScoreTrack> scores,
            Optional<SummitDistances> summits,
            List<SliceListener> listeners) {
        this.wanted = wanted;
        this.format = format;
        this.writer = writer;
        this.counts = counts;
        this.scores = scores;
        this.summits = summits;
        this.listeners = listeners;
    }

    /**
     * Opens the outputs.
     *
     * @param output destination of the sites
     * @param workers format lines
     */
    public static SiteReport open(MatrixSet matrices, ScanReport wanted, ScanOutput output, Workers workers) {
        return open(matrices, wanted, output, workers, HitBatch.BYTES);
    }

    /** Opens the outputs, with a limit in bytes of the slices and hits that are kept before lines are made. */
    static SiteReport open(MatrixSet matrices, ScanReport wanted, ScanOutput output, Workers workers, long memory) {
        Optional<QValueCounts> windows =
                wanted.maximumQValue().isPresent() ? Optional.of(new QValueCounts(matrices)) : Optional.empty();
        double maximum = wanted.maximumQValue().orElse(1);
        SiteFile file = wanted.shard().isPresent()
                ? new ShardSiteFile(output, windows, maximum)
                : new CompleteSiteFile(output, windows, maximum);
        List<HitLines> lines = IntStream.range(0, matrices.size())
                .mapToObj(m -> new HitLines(
                        m, matrices.matrices().get(m), output.format(), windows.isPresent(), output.regions()))
                .toList();
        SiteWriter writer = switch (wanted.order()) {
            case BY_POSITION -> new SitesByPosition(lines, file, workers, output.temporary());
            case BY_MATRIX -> new SitesByMatrix(lines, file, new HitBatch(lines, workers, memory), output.temporary());
        };
        List<SliceListener> listeners = new ArrayList<>();
        windows.ifPresent(listeners::add);
        listeners.add(
                wanted.selection() == ScanReport.Selection.BEST
                        ? new SequenceWalk(new BestSites(matrices.matrices(), wanted.order(), writer))
                        : writer);
        Optional<SiteCounts> counts = wanted.counts()
                .map(path -> new SiteCounts(
                        path, matrices.matrices(), output.provenance().get()));
        Optional<ScoreTrack> scores = Optional.empty();
        boolean isOpen = false;
        try {
            scores = wanted.scores()
                    .map(path -> new ScoreTrack(
                            path, matrices.matrices(), output.provenance().get()));
            isOpen = true;
        } finally {
            if (!isOpen) {
                counts.ifPresent(SiteCounts::close);
            }
        }
        counts.map(SequenceWalk::new).ifPresent(listeners::add);
        scores.ifPresent(listeners::add);
        Optional<SummitDistances> summits =
                wanted.summits() ? Optional.of(new SummitDistances(matrices.matrices())) : Optional.empty();
        summits.map(SequenceWalk::new).ifPresent(listeners::add);
        return new SiteReport(wanted, output.format(), writer, counts, scores, summits, List.copyOf(listeners));
    }

    /** Everything that receives the slices. */
    List<SliceListener> listeners() {
        return listeners;
    }

    /** The format of the sites. */
    HitFormat format() {
        return format;
    }

    /** The shard of the work to do; empty for all the work. */
    Optional<ScanShard> shard() {
        return wanted.shard();
    }

    /** Number of sites found so far; after the scan, number of sites written. */
    public long sites() {
        return writer.sites();
    }

    /** The distances of sites from the summits of their regions, if they are counted; complete after the scan. */
    public Optional<SummitDistances> summits() {
        return summits;
    }

    /** Finishes the files of counts and scores. */
    public void commit() {
        counts.ifPresent(SiteCounts::commit);
        scores.ifPresent(ScoreTrack::commit);
    }

    @Override
    public void close() {
        writer.close();
        counts.ifPresent(SiteCounts::close);
        scores.ifPresent(ScoreTrack::close);
    }
}
