package org.expomotif.scan.site;

import java.util.Optional;
import org.expomotif.scan.input.ScanShard;
import org.expomotif.scan.shard.ShardMerge;

/**
 * The selection and the order of the sites that are written.
 *
 * @param qValues whether q-values are reported; this needs the full sum of every window, and no line is written before
 *     the last sequence is scanned
 * @param maximumQValue maximum q-value of a site; 1 keeps all sites
 * @param byPosition whether sites are ordered by sequence, position and matrix instead of by matrix, sequence and
 *     position
 * @param bestOnly whether only the best site of each matrix in each sequence is written
 * @param shard the shard of the work to do, written to a file that {@link ShardMerge} reads; empty for all the work
 */
public record ScanReport(
        boolean qValues, double maximumQValue, boolean byPosition, boolean bestOnly, Optional<ScanShard> shard) {
    /** Every site, matrix by matrix, without q-values. */
    public static final ScanReport ALL = new ScanReport(false, 1, false, false);

    /** Every site, matrix by matrix, with q-values. */
    public static final ScanReport WITH_Q_VALUES = new ScanReport(true, 1, false, false);

    /**
     * Checks the selection.
     *
     * @throws IllegalArgumentException when the best sites of a shard are requested: a shard does not see whole
     *     sequences
     */
    public ScanReport {
        if (bestOnly && shard.isPresent()) {
            throw new IllegalArgumentException("the best sites of sequences cannot be found in one shard");
        }
    }

    /** A report of all the work, not of a shard. */
    public ScanReport(boolean qValues, double maximumQValue, boolean byPosition, boolean bestOnly) {
        this(qValues, maximumQValue, byPosition, bestOnly, Optional.empty());
    }

    /** Returns this report for one shard of the work. */
    public ScanReport of(ScanShard part) {
        return new ScanReport(qValues, maximumQValue, byPosition, bestOnly, Optional.of(part));
    }
}
