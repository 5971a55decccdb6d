package org.expomotif.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.benchmark.MatchVerdicts;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.TargetMatch;
import org.expomotif.compare.verdict.MatchVerdict;
import org.expomotif.filter.FilterVerdict;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;

/**
 * A motif of a page, with its matches.
 *
 * @param motif the motif
 * @param best best match, if any
 * @param others further matches, best first
 * @param verdict verdict on the motif, if any
 * @param reasoned verdict with its reason, if any
 */
public record MotifRow(
        Motif motif,
        Optional<TargetMatch> best,
        List<TargetMatch> others,
        Optional<Verdict> verdict,
        Optional<Reasoned> reasoned) {
    /**
     * The verdict on a motif.
     *
     * @param word the verdict in one word
     * @param meaning meaning of the word, for the legend
     * @param good whether the verdict is favourable
     * @param nullRate fraction of the shuffles of the motif that match a planted motif; NaN if unknown
     */
    public record Verdict(String word, String meaning, boolean good, double nullRate) {}

    /**
     * A verdict with its reason.
     *
     * @param word the verdict in one word
     * @param meaning meaning of the word, for the legend
     * @param good whether the verdict is favourable
     * @param reason the reason in one sentence
     */
    public record Reasoned(String word, String meaning, boolean good, String reason) {
        /** Verdicts on matches, by the identifiers of the queries. */
        public static Map<String, Reasoned> of(List<MatchVerdict> verdicts) {
            Map<String, Reasoned> byQuery = new HashMap<>();
            for (MatchVerdict each : verdicts) {
                MatchVerdict.Word word = each.verdict();
                byQuery.put(each.query(), new Reasoned(word.word(), word.meaning(), each.matched(), each.reason()));
            }
            return byQuery;
        }

        /** Verdicts on filters, by the names of their motifs. */
        public static Map<String, Reasoned> ofFilters(List<FilterVerdict> verdicts) {
            Map<String, Reasoned> byFilter = new HashMap<>();
            for (FilterVerdict each : verdicts) {
                FilterVerdict.Word word = each.verdict();
                byFilter.put(each.filter(), new Reasoned(word.word(), word.meaning(), each.good(), each.reason()));
            }
            return byFilter;
        }
    }

    /** A motif without verdicts. */
    private MotifRow(Motif motif, Optional<TargetMatch> best, List<TargetMatch> others) {
        this(motif, best, others, Optional.empty(), Optional.empty());
    }

    /** Returns this row with a verdict. */
    public MotifRow withVerdict(Verdict newVerdict) {
        return new MotifRow(motif, best, others, Optional.of(newVerdict), reasoned);
    }

    /** Adds verdicts with reasons to the rows of the motifs that have one. */
    public static List<MotifRow> withReasons(List<MotifRow> rows, Map<String, Reasoned> byMotif) {
        return rows.stream()
                .map(row -> new MotifRow(
                        row.motif,
                        row.best,
                        row.others,
                        row.verdict,
                        Optional.ofNullable(byMotif.get(row.motif.id())).or(row::reasoned)))
                .toList();
    }

    /** Adds verdicts to the rows of the motifs that have one. */
    public static List<MotifRow> withVerdicts(List<MotifRow> rows, List<MatchVerdicts.Row> verdicts) {
        Map<String, Verdict> byQuery = new HashMap<>();
        for (MatchVerdicts.Row row : verdicts) {
            MatchVerdicts.Verdict verdict = row.verdict();
            String word = verdict.word();
            boolean good = verdict == MatchVerdicts.Verdict.PLANTED;
            byQuery.put(row.query(), new Verdict(word, verdict.meaning(), good, row.nullRate()));
        }
        return rows.stream()
                .map(row -> {
                    Verdict verdict = byQuery.get(row.motif().id());
                    return verdict == null ? row : row.withVerdict(verdict);
                })
                .toList();
    }

    /** Creates rows of motifs without matches. */
    public static List<MotifRow> of(List<Motif> motifs) {
        return motifs.stream()
                .map(m -> new MotifRow(m, Optional.empty(), List.of()))
                .toList();
    }

    /**
     * Creates rows of motifs with their matches.
     *
     * @param matches rows of {@code matches.tsv}, the best of each query first; rows of other queries are ignored
     * @param targets target motifs of the matches
     * @throws UserException when the target of a match is missing
     */
    public static List<MotifRow> of(List<Motif> motifs, List<MotifMatch> matches, List<Motif> targets) {
        Map<String, Motif> byId = new LinkedHashMap<>();
        targets.forEach(t -> byId.putIfAbsent(t.id(), t));
        Map<String, List<TargetMatch>> byQuery = new LinkedHashMap<>();
        motifs.forEach(m -> byQuery.put(m.id(), new ArrayList<>()));
        for (MotifMatch match : matches) {
            List<TargetMatch> found = byQuery.get(match.query());
            if (found != null) {
                Motif target = byId.get(match.target());
                if (target == null) {
                    throw new UserException("a match names a motif that is not among the targets")
                            .atRecord("motif " + match.target())
                            .remedy("give the target file that the matches were made with");
                }
                found.add(new TargetMatch(target, match));
            }
        }
        List<MotifRow> rows = new ArrayList<>();
        for (Motif motif : motifs) {
            List<TargetMatch> found = byQuery.get(motif.id());
            rows.add(
                    found == null || found.isEmpty()
                            ? new MotifRow(motif, Optional.empty(), List.of())
                            : new MotifRow(motif, Optional.of(found.getFirst()), found.subList(1, found.size())));
        }
        return rows;
    }
}
