package org.expomotif.scan.site;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.matrix.ScanMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Writes the best site of every matrix in every sequence: the site with the minimum p-value; ties go to the first. The
 * sites of a sequence are written in the order of their matrices, or of their positions.
 */
public final class BestSites implements SequenceWalk.Visitor {
    private final List<ScanMatrix> matrices;
    private final ScanReport.Order order;
    private final SiteWriter writer;
    private final @Nullable Site[] best;
    private final double[] pValues;

    /**
     * Creates an instance without sites.
     *
     * @param writer receives the best sites
     */
    public BestSites(List<ScanMatrix> matrices, ScanReport.Order order, SiteWriter writer) {
        this.matrices = matrices;
        this.order = order;
        this.writer = writer;
        this.best = new @Nullable Site[matrices.size()];
        this.pValues = new double[matrices.size()];
    }

    @Override
    public void site(Site site) {
        ScanMatrix matrix = matrices.get(site.matrix());
        double pValue = matrix.strand(site.isMinus()).distribution().pValue(site.sum());
        if (best[site.matrix()] == null || pValue < pValues[site.matrix()]) {
            best[site.matrix()] = site.withOwnLetters(matrix.width());
            pValues[site.matrix()] = pValue;
        }
    }

    @Override
    public void endOfSequence(ScannedSequence source) {
        Arrays.stream(best)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted(Comparator.comparingLong(
                        site -> order == ScanReport.Order.BY_POSITION ? site.start() : site.matrix()))
                .forEach(writer::write);
        Arrays.fill(best, null);
    }

    @Override
    public void finish() {
        writer.finish();
    }
}
