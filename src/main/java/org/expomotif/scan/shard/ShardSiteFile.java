package org.expomotif.scan.shard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.expomotif.scan.site.HitCounts;
import org.expomotif.scan.site.HitStore;
import org.expomotif.scan.site.QValueCounts;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.SiteFile;

/**
 * The file of one shard of a scan: the counts from which the merge computes q-values, then the lines of sites in
 * blocks. There is one block per matrix, or a single block when sites are written by position. The lines have
 * placeholders for the q-values.
 */
public final class ShardSiteFile implements SiteFile {
    private final ScanOutput output;
    private final Optional<QValueCounts> counts;
    private final double maximumQValue;

    /**
     * Creates a file without lines.
     *
     * @param counts counts for the q-values, complete when the file is finished; empty without q-values
     * @param maximumQValue the merge omits sites with a higher q-value
     */
    public ShardSiteFile(ScanOutput output, Optional<QValueCounts> counts, double maximumQValue) {
        this.output = output.withHeadOfPart();
        this.counts = counts;
        this.maximumQValue = maximumQValue;
    }

    @Override
    public Time time() {
        return Time.AFTER_SCAN;
    }

    @Override
    public byte[] complete(byte[] lines) {
        return lines;
    }

    @Override
    public void write(byte[] lines, int length) {
        throw new IllegalStateException("the counts of a shard precede its lines");
    }

    @Override
    public void finish(HitStore blocks) {
        List<HitCounts> all = counts.map(QValueCounts::counts).orElse(List.of());
        output.write(
                new ShardHeader(blocks.blocks(), all.size(), output.format(), maximumQValue, output.regions()).line());
        for (HitCounts one : all) {
            output.write((one.text() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        for (int block = 0; block < blocks.blocks(); block++) {
            output.write(ShardHeader.blockLine(blocks.length(block)));
            blocks.drain(block, output::write);
        }
        output.write(ShardHeader.endLine());
    }

    @Override
    public long omitted() {
        return 0;
    }
}
