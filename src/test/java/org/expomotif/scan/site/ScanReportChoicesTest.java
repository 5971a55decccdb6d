package org.expomotif.scan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.expomotif.scan.input.ScanShard;
import org.junit.jupiter.api.Test;

class ScanReportChoicesTest {
    private static final ScanShard SHARD = new ScanShard(10, 20);

    @Test
    void everyChoiceKeepsTheOthers() {
        assertThat(ScanReport.ALL
                        .withQValues(0.05)
                        .byPosition()
                        .bestOnly()
                        .withCounts("counts.tsv")
                        .withScores("scores.bw")
                        .withSummits())
                .isEqualTo(new ScanReport(
                        OptionalDouble.of(0.05),
                        ScanReport.Order.BY_POSITION,
                        ScanReport.Selection.BEST,
                        Optional.empty(),
                        Optional.of("counts.tsv"),
                        Optional.of("scores.bw"),
                        true))
                .isEqualTo(ScanReport.ALL
                        .withSummits()
                        .withScores("scores.bw")
                        .withCounts("counts.tsv")
                        .bestOnly()
                        .byPosition()
                        .withQValues(0.05));
    }

    @Test
    void aShardHasSitesScoresAndQValues() {
        ScanReport report =
                ScanReport.WITH_Q_VALUES.byPosition().withScores("scores.bw").ofShard(SHARD);
        assertThat(report.shard()).contains(SHARD);
        assertThat(report.maximumQValue()).hasValue(1);
        assertThat(report.order()).isEqualTo(ScanReport.Order.BY_POSITION);
        assertThat(report.selection()).isEqualTo(ScanReport.Selection.ALL);
        assertThat(report.scores()).contains("scores.bw");
    }

    @Test
    void whatNeedsWholeSequencesIsRefusedInAShard() {
        List<UnaryOperator<ScanReport>> choices =
                List.of(ScanReport::bestOnly, report -> report.withCounts("counts.tsv"), ScanReport::withSummits);
        for (UnaryOperator<ScanReport> choice : choices) {
            ScanReport report = choice.apply(ScanReport.ALL);
            assertThatThrownBy(() -> report.ofShard(SHARD))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the sites of whole sequences cannot be found in one shard");
        }
    }
}
