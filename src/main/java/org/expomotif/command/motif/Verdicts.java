package org.expomotif.command.motif;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.expomotif.benchmark.MatchVerdicts;
import org.expomotif.report.MotifRow;

/**
 * Verdicts on motifs that were compared with planted motifs.
 *
 * @param figures lines that summarise the verdicts
 * @param rows a verdict on each motif
 */
record Verdicts(List<String> figures, List<MatchVerdicts.Row> rows) {
    /** No verdicts: the planted motifs are unknown. */
    static final Verdicts NONE = new Verdicts(List.of(), List.of());

    /** The rows of a page, each with the verdict on its motif if there is one. */
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
