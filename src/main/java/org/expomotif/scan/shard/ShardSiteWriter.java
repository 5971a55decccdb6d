package org.expomotif.scan.shard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceHits;
import org.expomotif.scan.site.HitBatch;
import org.expomotif.scan.site.HitCounts;
import org.expomotif.scan.site.HitLines;
import org.expomotif.scan.site.HitStore;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.SiteWriter;
import org.expomotif.scan.site.SitesByPosition;
import org.expomotif.scan.site.Workers;

/**
 * Writes the file of one shard of a scan: the counts from which the merge computes q-values, then the lines of sites in
 * blocks. There is one block per matrix, or a single block when sites are written by position. The lines have
 * placeholders for the q-values.
 */
public final class ShardSiteWriter implements SiteWriter {
    private final ScanOutput output;
    private final ScanReport report;
    private final HitStore store;
    private final HitBatch volume;
    private final SitesByPosition byPosition;
    private final int blocks;
    private final Supplier<List<HitCounts>> counts;

    /**
     * Creates a writer without sites.
     *
     * @param lines one per matrix
     * @param memory number of bytes of slices and hits to hold
     * @param counts supplies the counts for q-values after all windows are counted: one per matrix, or none
     */
    public ShardSiteWriter(
            List<HitLines> lines,
            Workers workers,
            long memory,
            ScanOutput output,
            ScanReport report,
            Supplier<List<HitCounts>> counts) {
        this.output = output;
        this.report = report;
        this.counts = counts;
        this.blocks = report.byPosition() ? 1 : lines.size();
        this.store = new HitStore(blocks, output.temporary());
        this.volume = new HitBatch(lines, workers, memory);
        this.byPosition = new SitesByPosition(lines, output, Optional.empty());
    }

    @Override
    public byte[] prepare(Slice slice, SliceHits hits) {
        return report.byPosition() ? byPosition.prepare(slice, hits) : new byte[0];
    }

    @Override
    public void add(Slice slice, SliceHits hits, byte[] prepared) throws IOException {
        if (report.byPosition()) {
            if (prepared.length > 0) {
                store.append(0, prepared, prepared.length);
            }
            return;
        }
        volume.add(slice, hits);
        if (volume.isFull()) {
            volume.drain(store::append);
        }
    }

    @Override
    public void finish() throws IOException {
        volume.drain(store::append);
        OutputStream out = output.stream();
        List<HitCounts> all = counts.get();
        ShardHeader head = new ShardHeader(blocks, all.size(), output.format(), report.maximumQValue());
        out.write(head.line());
        for (HitCounts one : all) {
            out.write((one.text() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        for (int block = 0; block < blocks; block++) {
            out.write(ShardHeader.blockLine(store.length(block)));
            store.drain(block, out::write);
        }
        out.write(ShardHeader.endLine());
    }

    @Override
    public void close() {
        store.close();
        byPosition.close();
    }
}
