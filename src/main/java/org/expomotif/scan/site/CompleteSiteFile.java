package org.expomotif.scan.site;

import java.util.Optional;

/** The file of a whole scan: the header, the lines of sites with their q-values if requested, and the last lines. */
public final class CompleteSiteFile implements SiteFile {
    private final ScanOutput output;
    private final Optional<QValueCounts> counts;
    private final double maximumQValue;
    private long omitted;

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
    public boolean isDirect() {
        return counts.isEmpty();
    }

    @Override
    public void write(byte[] lines, int length) {
        output.write(lines, length);
    }

    @Override
    public void finish(HitStore blocks) {
        if (counts.isPresent()) {
            QValueFiller filler = new QValueFiller(output.format(), counts.get().counts(), maximumQValue);
            blocks.drain(lines -> output.write(filler.fill(lines)));
            omitted = filler.omitted();
        } else {
            blocks.drain(output::write);
        }
        output.write(output.foot());
    }

    @Override
    public long omitted() {
        return omitted;
    }
}
