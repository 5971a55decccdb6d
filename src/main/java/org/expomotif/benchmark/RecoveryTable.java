package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.benchmark.AttributionRecovery.Row;
import org.expomotif.io.Column;
import org.expomotif.io.Shard;
import org.expomotif.io.TableParts;
import org.expomotif.io.TsvReader;
import org.expomotif.io.TsvWriter;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.stats.Curves;

/**
 * The table of how well attributions find planted bases: a row a sequence, then mean and standard deviation. The table
 * of one share of the sequences has neither of these, and numbers that read back equal, so that those of the whole can
 * be computed from the shares.
 */
public final class RecoveryTable {
    /** A row of a share. */
    record ExactRow(
            String id,
            @Column(digits = 0) double auroc,
            @Column(digits = 0) double aupr,
            @Column(value = "aupr_trapezoid", digits = 0) double trapezoid) {
        Row row() {
            return new Row(id, auroc, aupr, trapezoid);
        }
    }

    private RecoveryTable() {}

    /** Writes the table; that of a share when the provenance says so. */
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
        TsvWriter.write(pathOrDash, Row.class, provenance.with(List.of(Curves.AUPR_COMMENT)), rows);
    }

    /** Whether these are shares of such a table. */
    public static boolean isOf(TableParts parts) {
        return parts.header().equals("id\tauroc\taupr\taupr_trapezoid");
    }

    /**
     * What the shares have measured, all together.
     *
     * @throws UserException when one is cut short
     */
    public static AttributionRecovery read(TableParts parts) {
        parts.forEachRow(row -> {}); // sees to it that none is cut short
        AttributionRecovery recovery = new AttributionRecovery();
        parts.files().forEach(file -> TsvReader.forEach(file, ExactRow.class, exact -> recovery.add(exact.row())));
        return recovery;
    }
}
