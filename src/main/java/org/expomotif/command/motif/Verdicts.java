package org.expomotif.command.motif;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.expomotif.benchmark.MatchVerdicts;
import org.expomotif.report.MotifRow;

/**
 * What is to be thought of motifs that were compared with what was planted.
 *
 * @param figures lines that sum it up
 * @param rows a verdict on each motif
 */
record Verdicts(List<String> figures, List<MatchVerdicts.Row> rows) {
    /** Nothing is known of what was planted. */
    static final Verdicts NONE = new Verdicts(List.of(), List.of());

    /** The rows of a page, judged where there is a verdict on their motif. */
    List<MotifRow> beside(List<MotifRow> page) {
        Map<String, MotifRow.Verdict> byQuery = new HashMap<>();
        for (MatchVerdicts.Row row : rows) {
            MatchVerdicts.Verdict verdict = row.verdict();
            String word = verdict.name().toLowerCase(Locale.ROOT);
            boolean good = verdict == MatchVerdicts.Verdict.PLANTED;
            byQuery.put(row.query(), new MotifRow.Verdict(word, verdict.meaning(), good, row.nullRate()));
        }
        return page.stream()
                .map(row -> {
                    MotifRow.Verdict verdict = byQuery.get(row.motif().id());
                    return verdict == null ? row : row.withVerdict(verdict);
                })
                .toList();
    }
}
