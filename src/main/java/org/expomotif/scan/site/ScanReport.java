package org.expomotif.scan.site;

import java.util.Optional;
import java.util.OptionalDouble;
import org.expomotif.scan.input.ScanShard;
import org.expomotif.scan.shard.ShardMerge;

/**
 * What a scan writes.
 *
 * @param maximumQValue maximum q-value of a site, 1 for all sites; empty without q-values. Q-values need the full sum
 *     of every window, and no line is written before the last sequence is scanned
 * @param order order of the sites
 * @param selection the sites that are written
 * @param shard the shard of the work to do, written to a file that {@link ShardMerge} reads; empty for all the work
 * @param counts file of the number of sites per sequence, see {@link org.expomotif.scan.count.SiteCounts}
 * @param scores file of the best score at every base, see {@link ScoreTrack}
 * @param summits whether the distances of sites from summits are counted, see
 *     {@link org.expomotif.scan.count.SummitDistances}
 */
public record ScanReport(
        OptionalDouble maximumQValue,
        Order order,
        Selection selection,
        Optional<ScanShard> shard,
        Optional<String> counts,
        Optional<String> scores,
        boolean summits) {
    /** Orders of sites. */
    public enum Order {
        /** By matrix, then by sequence and position, as FIMO writes them. */
        BY_MATRIX,
        /** By sequence and position, then by matrix. */
        BY_POSITION
    }

    /** Selections of sites. */
    public enum Selection {
        /** Every site. */
        ALL,
        /** The best site of each matrix in each sequence. */
        BEST
    }

    /** Every site, matrix by matrix, without q-values. */
    public static final ScanReport ALL = new ScanReport(
            OptionalDouble.empty(),
            Order.BY_MATRIX,
            Selection.ALL,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /** Every site, matrix by matrix, with q-values. */
    public static final ScanReport WITH_Q_VALUES = ALL.withQValues(1);

    /**
     * Checks the selection.
     *
     * @throws IllegalArgumentException when the best sites, the counts or the distances of a shard are requested: a
     *     shard does not see whole sequences
     */
    public ScanReport {
        if (shard.isPresent() && (selection == Selection.BEST || counts.isPresent() || summits)) {
            throw new IllegalArgumentException("the sites of whole sequences cannot be found in one shard");
        }
    }

    /** Returns this report with q-values of at most {@code maximum}. */
    public ScanReport withQValues(double maximum) {
        return new ScanReport(OptionalDouble.of(maximum), order, selection, shard, counts, scores, summits);
    }

    /** Returns this report in the order of the positions. */
    public ScanReport byPosition() {
        return new ScanReport(maximumQValue, Order.BY_POSITION, selection, shard, counts, scores, summits);
    }

    /** Returns this report of the best site of each matrix in each sequence. */
    public ScanReport bestOnly() {
        return new ScanReport(maximumQValue, order, Selection.BEST, shard, counts, scores, summits);
    }

    /** Returns this report of one shard of the work. */
    public ScanReport ofShard(ScanShard part) {
        return new ScanReport(maximumQValue, order, selection, Optional.of(part), counts, scores, summits);
    }

    /** Returns this report with a file of the number of sites per sequence. */
    public ScanReport withCounts(String file) {
        return new ScanReport(maximumQValue, order, selection, shard, Optional.of(file), scores, summits);
    }

    /** Returns this report with a file of the best score at every base. */
    public ScanReport withScores(String file) {
        return new ScanReport(maximumQValue, order, selection, shard, counts, Optional.of(file), summits);
    }

    /** Returns this report with counts of the distances of sites from the summits of their regions. */
    public ScanReport withSummits() {
        return new ScanReport(maximumQValue, order, selection, shard, counts, scores, true);
    }
}
