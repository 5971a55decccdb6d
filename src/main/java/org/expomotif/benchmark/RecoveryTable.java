package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.benchmark.AttributionRecovery.Row;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.table.TableShards;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.io.table.TsvReader;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.stats.RankingMetrics;

/**
 * The table of the recovery of planted bases by attribution: one row per sequence, then mean and standard deviation.
 * The table of a shard has no mean and no standard deviation, and its numbers are written with full precision, so that
 * both can be computed over all sequences when shards are merged.
 */
public final class RecoveryTable {
    /** A row of the table of a shard. */
    record ExactRow(
            String id,
            @TsvColumn(digits = 0) double auroc,
            @TsvColumn(digits = 0) double aupr,
            @TsvColumn(value = "aupr_trapezoid", digits = 0) double trapezoid) {
        Row row() {
            return new Row(id, auroc, aupr, trapezoid);
        }
    }

    private RecoveryTable() {}

    /** Writes the table, in the form of a shard when the provenance names one. */
    public static void write(String pathOrDash, Provenance provenance, AttributionRecovery recovery) {
        if (Shard.ofComments(provenance.head()).isPresent()) {
            List<ExactRow> exact = recovery.rows().stream()
                    .map(row -> new ExactRow(row.id(), row.auroc(), row.aupr(), row.trapezoid()))
                    .toList();
            TsvWriter.write(pathOrDash, ExactRow.class, provenance, exact);
            return;
        }
        List<Row> rows = new ArrayList<>(recovery.rows());
        rows.add(recovery.mean());
        rows.add(recovery.sd());
        TsvWriter.write(pathOrDash, Row.class, provenance.with(List.of(RankingMetrics.AUPR_COMMENT)), rows);
    }

    /** Whether these are shards of a recovery table. */
    public static boolean isOf(TableShards parts) {
        return parts.header().equals("id\tauroc\taupr\taupr_trapezoid");
    }

    /**
     * Reads the rows of all shards.
     *
     * @throws UserException when a shard is truncated
     */
    public static AttributionRecovery read(TableShards parts) {
        parts.forEachRow(row -> {}); // throws when a shard is truncated
        AttributionRecovery recovery = new AttributionRecovery();
        parts.files().forEach(file -> TsvReader.forEach(file, ExactRow.class, exact -> recovery.add(exact.row())));
        return recovery;
    }
}
