package org.expomotif.scan.site;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file of a whole scan: the header, the lines of sites with their q-values if requested, and the last lines. */
public final class CompleteSiteFile implements SiteFile {
    private final ScanOutput output;
    private final Optional<QValueCounts> counts;
    private final double maximumQValue;
    private @Nullable QValueFiller filler;

    /**
     * Creates a file without lines.
     *
     * @param counts counts for the q-values, complete when the file is finished; empty without q-values
     * @param maximumQValue sites with a higher q-value are omitted
     */
    public CompleteSiteFile(ScanOutput output, Optional<QValueCounts> counts, double maximumQValue) {
        this.output = output.withHead();
        this.counts = counts;
        this.maximumQValue = maximumQValue;
    }

    @Override
    public Time time() {
        return counts.isEmpty() ? Time.AT_ONCE : Time.WHEN_COMPLETE;
    }

    @Override
    public byte[] complete(byte[] lines) {
        return counts.map(done -> filler(done).fill(lines)).orElse(lines);
    }

    /** Fills in q-values; made when the counts are complete. */
    private synchronized QValueFiller filler(QValueCounts done) {
        QValueFiller made = filler;
        if (made == null) {
            made = new QValueFiller(output.format(), done.counts(), maximumQValue);
            filler = made;
        }
        return made;
    }

    @Override
    public void write(byte[] lines, int length) {
        output.write(lines, length);
    }

    @Override
    public void finish(HitStore blocks) {
        blocks.drain(lines -> output.write(complete(lines)));
        output.write(output.foot());
    }

    @Override
    public synchronized long omitted() {
        return filler == null ? 0 : filler.omitted();
    }
}
