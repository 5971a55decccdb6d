package org.expomotif.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.expomotif.benchmark.MatchVerdicts;
import org.expomotif.report.MotifRow;

/** Verdicts put beside the motifs of a page. */
final class VerdictRows {
    private VerdictRows() {}

    /** The rows, judged where there is a verdict on their motif. */
    static List<MotifRow> of(List<MotifRow> rows, List<MatchVerdicts.Row> verdicts) {
        Map<String, MotifRow.Verdict> byQuery = new HashMap<>();
        for (MatchVerdicts.Row row : verdicts) {
            String word = row.verdict().name().toLowerCase(Locale.ROOT);
            boolean good = row.verdict() == MatchVerdicts.Verdict.PLANTED;
            byQuery.put(row.query(), new MotifRow.Verdict(word, good, row.nullRate()));
        }
        return rows.stream()
                .map(row -> {
                    MotifRow.Verdict verdict = byQuery.get(row.motif().id());
                    return verdict == null ? row : row.judged(verdict);
                })
                .toList();
    }
}
